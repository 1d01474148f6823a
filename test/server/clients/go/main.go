// Calls a server with silenceper/wechat and prints what came of it as one line of JSON. ../clients.ts has the
// arguments.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/silenceper/wechat/v2/cache"
	"github.com/silenceper/wechat/v2/officialaccount"
	"github.com/silenceper/wechat/v2/officialaccount/config"
	"github.com/silenceper/wechat/v2/officialaccount/ocr"
	"github.com/silenceper/wechat/v2/util"
)

func client(appid, secret string, stable bool) *officialaccount.OfficialAccount {
	return officialaccount.NewOfficialAccount(&config.Config{
		AppID:       appid,
		AppSecret:   secret,
		Cache:       cache.NewMemory(),
		UseStableAK: stable,
	})
}

// The client gives a code where it read one from a reply to the OCR, and a sentence where it read one from a reply to
// the request for a token.
func result(license ocr.ResDriving, err error) any {
	var refusal *util.CommonError
	if errors.As(err, &refusal) {
		return refusal.ErrCode
	}
	if err != nil {
		return err.Error()
	}
	return map[string]string{"plateNum": license.PlateNumber, "vin": license.Vin}
}

// The client's OCR takes addresses only. A file goes by what it has for the upload of files.
func driveFile(account *officialaccount.OfficialAccount, path string) (license ocr.ResDriving, err error) {
	token, err := account.GetAccessToken()
	if err != nil {
		return
	}
	uri := "https://api.weixin.qq.com/cv/ocr/driving?type=scan&access_token=" + url.QueryEscape(token)
	reply, err := util.PostFile("img", path, uri)
	if err != nil {
		return
	}
	err = util.DecodeWithError(reply, &license, "OCRDriving")
	return
}

func main() {
	address, appid, secret, licenseURL, license, otherURL :=
		os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5], os.Args[6]
	util.SetURIModifier(func(uri string) string {
		return strings.Replace(uri, "https://api.weixin.qq.com", address, 1)
	})

	account := client(appid, secret, false)
	line, err := json.Marshal(map[string]any{
		"url":               result(account.GetOCR().Driving(licenseURL)),
		"file":              result(driveFile(client(appid, secret, true), license)),
		"other":             result(account.GetOCR().Driving(otherURL)),
		"wrongSecret":       result(client(appid, "wrong", false).GetOCR().Driving(licenseURL)),
		"wrongStableSecret": result(client(appid, "wrong", true).GetOCR().Driving(licenseURL)),
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
}
