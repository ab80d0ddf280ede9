/** The answer of Conductor's web server to a path with an encoded slash. */
export function tomcatBadRequest(): Response {
  const title = 'HTTP Status 400 – Bad Request';
  const style =
    'body {font-family:Tahoma,Arial,sans-serif;} h1, h2, h3, b {color:white;background-color:#525D76;} h1 {font-size:22px;} h2 {font-size:16px;} h3 {font-size:14px;} p {font-size:12px;} a {color:black;} .line {height:1px;background-color:#525D76;border:none;}';
  return new Response(
    `<!doctype html><html lang="en"><head><title>${title}</title><style type="text/css">${style}</style></head><body><h1>${title}</h1></body></html>`,
    {
      status: 400,
      headers: {
        'content-type': 'text/html;charset=utf-8',
        'content-language': 'en',
        connection: 'close',
      },
    },
  );
}
