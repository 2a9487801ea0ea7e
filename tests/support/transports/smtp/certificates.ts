/**
 * Self-signed certificates for the tests' own servers, valid until 2126, with keys that protect nothing. Each was made
 * by `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -addext subjectAltName=…`.
 */

export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
}

/** For localhost and 127.0.0.1. */
export const LOOPBACK_CERTIFICATE: TestCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgaU522a/UfXRWxkcR
ww5EXHCIMjbEn/+4oWwIP5QxkTehRANCAARRhlsv4M7/N6ykDh5cTvJI2+zGXSJH
3LoRdvbzdK6WuXR/leUAft8Aqq488xE36K0gzpgJT3scqQRY/VsgotSI
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUKmwDndgAJs0U03d4fu99XZHipWkwCgYIKoZIzj0EAwIw
IDEeMBwGA1UEAwwVbmV3c2xldHRlciB0ZXN0LCBnb29kMCAXDTI2MTEyMjAxNTkz
NloYDzIxMjYxMDI5MDE1OTM2WjAgMR4wHAYDVQQDDBVuZXdzbGV0dGVyIHRlc3Qs
IGdvb2QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARRhlsv4M7/N6ykDh5cTvJI
2+zGXSJH3LoRdvbzdK6WuXR/leUAft8Aqq488xE36K0gzpgJT3scqQRY/VsgotSI
o28wbTAdBgNVHQ4EFgQUDfmaQFy9Bur0JGhYk57Srao4WEowHwYDVR0jBBgwFoAU
DfmaQFy9Bur0JGhYk57Srao4WEowDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzAR
gglsb2NhbGhvc3SHBH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIgIz1v2fKVbZzVYGZm
QOMVqibL/nTcWE9ZNXoiy4FXpNICIQDyrtDz8548MNtn2M6eHox6S+gnkUuWPRL3
Yrisi0cEZw==
-----END CERTIFICATE-----
`,
};

/** For another host than the one that shows it. */
export const OTHER_CERTIFICATE: TestCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyuy+KlaDnz/sggLb
StoVD0zmRm3lH+yX1MetX40N+QmhRANCAARjqSWP8zsjVn2QxDzYWGCiz8O6qNXx
GKj8zUCyoO50MZ4Z30ji/fIHMpldRfAskFClHMdxY9Up3D5eDaEgymhJ
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBuDCCAV2gAwIBAgIUNNjKpMlx3tveNH7FeHHNuHhWSwwwCgYIKoZIzj0EAwIw
ITEfMB0GA1UEAwwWbmV3c2xldHRlciB0ZXN0LCBvdGhlcjAgFw0yNjExMjIwMTU5
MzZaGA8yMTI2MTAyOTAxNTkzNlowITEfMB0GA1UEAwwWbmV3c2xldHRlciB0ZXN0
LCBvdGhlcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGOpJY/zOyNWfZDEPNhY
YKLPw7qo1fEYqPzNQLKg7nQxnhnfSOL98gcymV1F8CyQUKUcx3Fj1SncPl4NoSDK
aEmjcTBvMB0GA1UdDgQWBBRp4FB0LZOOTtSuazypLn/l/iUdvDAfBgNVHSMEGDAW
gBRp4FB0LZOOTtSuazypLn/l/iUdvDAPBgNVHRMBAf8EBTADAQH/MBwGA1UdEQQV
MBOCEW90aGVyLmV4YW1wbGUub3JnMAoGCCqGSM49BAMCA0kAMEYCIQCJq8GSivNB
GPvIzWNvQiqSzQ/Ee39MlwCA6utUWE1TUQIhAONgr0QcGlJesjwKPZ3h5a+QfN0A
4JbMCV58c0IgiaGh
-----END CERTIFICATE-----
`,
};
