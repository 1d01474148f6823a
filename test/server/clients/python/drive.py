"""Calls a server with wechatpy and prints what came of it as one line of JSON. ../clients.ts has the arguments."""

import json
import sys

from requests.adapters import HTTPAdapter
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

WECHAT = "https://api.weixin.qq.com"


class Redirected(HTTPAdapter):
    """Sends elsewhere what is for WeChat: the client has no setting for the address that gives tokens."""

    def __init__(self, address):
        super().__init__()
        self.address = address

    def send(self, request, **options):
        request.url = request.url.replace(WECHAT, self.address, 1)
        return super().send(request, **options)


def create_client(address, appid, secret, access_token=None):
    client = WeChatClient(appid, secret, access_token=access_token)
    client._http.mount(WECHAT, Redirected(address))
    return client


def result(call):
    try:
        license = call()
    except WeChatClientException as error:
        return error.errcode
    return {"plateNum": license["plate_num"], "vin": license["vin"]}


def drive(client, **request):
    """The client has no call for the OCR; it has one for whatever it does not know."""
    return client.post(WECHAT + "/cv/ocr/driving", **request)


def main(address, appid, secret, license_url, license_path, other_url):
    client = create_client(address, appid, secret)
    with open(license_path, "rb") as file:
        license = file.read()

    results = {
        "url": result(lambda: drive(client, params={"img_url": license_url})),
        "file": result(lambda: drive(client, params={"type": "scan"}, files={"img": license})),
        "renewed": result(
            lambda: drive(create_client(address, appid, secret, "of-another-server"), files={"img": license})
        ),
        "other": result(lambda: drive(client, params={"img_url": other_url})),
        "wrongSecret": result(
            lambda: drive(create_client(address, appid, "wrong"), params={"img_url": license_url})
        ),
    }
    print(json.dumps(results))


main(*sys.argv[1:])
