import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import com.google.gson.Gson;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import me.chanjar.weixin.common.bean.ocr.WxOcrDrivingResult;
import me.chanjar.weixin.common.error.WxErrorException;

/** Calls a server with WxJava and prints what came of it as one line of JSON. ../clients.ts has the arguments. */
public class Drive {
  private interface Call {
    WxOcrDrivingResult make() throws WxErrorException;
  }

  private static WxMaDefaultConfigImpl config(String address, String appid, String secret) {
    WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
    config.setAppid(appid);
    config.setSecret(secret);
    config.setApiHostUrl(address);
    return config;
  }

  private static WxMaService client(WxMaDefaultConfigImpl config) {
    WxMaService client = new WxMaServiceImpl();
    client.setWxMaConfig(config);
    return client;
  }

  private static Object result(Call call) {
    try {
      WxOcrDrivingResult license = call.make();
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("plateNum", license.getPlateNum());
      fields.put("vin", license.getVin());
      return fields;
    } catch (WxErrorException error) {
      return error.getError().getErrorCode();
    }
  }

  public static void main(String[] args) {
    String address = args[0], appid = args[1], secret = args[2], licenseUrl = args[3], otherUrl = args[5];
    File license = new File(args[4]);

    WxMaDefaultConfigImpl stable = config(address, appid, secret);
    stable.useStableAccessToken(true);
    WxMaDefaultConfigImpl stale = config(address, appid, secret);
    stale.updateAccessToken("of-another-server", 7200);

    Map<String, Object> results = new LinkedHashMap<>();
    WxMaService client = client(config(address, appid, secret));
    results.put("url", result(() -> client.getOcrService().driving(licenseUrl)));
    results.put("file", result(() -> client(stable).getOcrService().driving(license)));
    results.put("renewed", result(() -> client(stale).getOcrService().driving(license)));
    results.put("other", result(() -> client.getOcrService().driving(otherUrl)));
    results.put(
        "wrongSecret",
        result(() -> client(config(address, appid, "wrong")).getOcrService().driving(licenseUrl)));

    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(new Gson().toJson(results));
    System.exit(0);
  }
}
