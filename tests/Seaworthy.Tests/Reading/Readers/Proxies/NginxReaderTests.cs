using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Proxies;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Proxies;

public sealed class NginxReaderTests
{
    private const string Sample = """
        user nginx;
        events { worker_connections 1024; }
        http {
          include mime.types;
          limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;
          log_format main '$remote_addr "$request" '
                          '$status';
          upstream backend {
            least_conn;
            server api:8000 max_fails=3;
            server ${API_HOST}:${API_PORT} backup; # spare
            server unix:/run/app.sock;
          }
          map $http_upgrade $connection_upgrade { default upgrade; '' close; }
          server {
            listen 80 default_server;
            listen [::]:443 ssl http2;
            server_name example.com *.example.com;
            root /usr/share/nginx/html;
            index index.html index.htm;
            ssl_certificate /etc/nginx/certs/a.pem;
            ssl_certificate_key /etc/nginx/certs/a.key;
            client_max_body_size 10m;
            add_header X-Frame-Options "DENY" always;
            location / { try_files $uri $uri/ /index.html; }
            location = /health { return 200 "ok\n"; }
            location /api/ {
              limit_req zone=api burst=20 nodelay;
              proxy_pass http://backend/v1/;
              proxy_set_header Host $host;
            }
            location ~* \.(js|css)$ { expires 1y; }
            location ^~ /ws {
              set $target http://ws:9000;
              proxy_pass $target;
            }
            location /auth { proxy_pass http://$host:3000; rewrite ^/auth/(.*)$ /$1 break; }
            location ~ \.php$ { fastcgi_pass php:9000; }
          }
        }
        """;

    [Fact]
    public void Servers_and_what_they_listen_on()
    {
        var server = Assert.Single(Read(Sample).Servers);
        Assert.Equal(
            [(80, false, true), (443, true, false)],
            server.Listens.Select(listen => (listen.Port ?? 0, listen.IsTls, listen.IsDefault))
        );
        Assert.Equal(["example.com", "*.example.com"], server.Names.Select(name => name.Value));
        Assert.Equal(
            ("/usr/share/nginx/html", "/etc/nginx/certs/a.pem", "10m"),
            (server.Root?.Value, server.Certificates[0].Value, server.MaximumBodySize?.Value)
        );
        Assert.Equal(("X-Frame-Options", "DENY"), (server.Headers[0].Name, server.Headers[0].Value));
        Assert.Equal(15, server.Span.StartLine);
    }

    [Fact]
    public void Locations_and_where_they_pass_requests()
    {
        var locations = Read(Sample).Servers[0].Locations;
        Assert.Equal(
            [" /", "= /health", " /api/", @"~* \.(js|css)$", "^~ /ws", " /auth", @"~ \.php$"],
            locations.Select(location => $"{location.Modifier} {location.Path.Value}")
        );
        Assert.Equal(
            ["", "", "http backend  /v1/", "", "http ws 9000 ", "http  3000 ", " php 9000 "],
            locations.Select(location => Show(location.Target))
        );
        Assert.Equal(["$uri", "$uri/", "/index.html"], locations[0].TryFiles.Select(file => file.Value));
        Assert.Equal("200 ok\\n", locations[1].Return?.Value);
        Assert.Equal("http://backend/v1/", locations[2].Target?.Span.Text);
        Assert.Equal("break", Assert.Single(locations[5].Rewrites).Flag);
    }

    [Fact]
    public void Upstreams_and_the_rest_of_the_file()
    {
        var file = Read(Sample);
        var upstream = Assert.Single(file.Upstreams);
        Assert.Equal([" api 8000 ", "   ", "   "], upstream.Servers.Select(Show));
        Assert.True(upstream.Servers[2].IsSocket);
        Assert.True(upstream.Servers[1].IsPortComputed);
        Assert.Equal(["API_HOST", "API_PORT"], upstream.Servers[1].Url.Variables.Select(part => part.Variable));
        Assert.Equal(["API_HOST", "API_PORT"], file.EnvironmentHoles.Select(hole => hole.Name));
        Assert.Equal("mime.types", Assert.Single(file.Includes).Value);
        Assert.Equal("api", Assert.Single(file.LimitZoneUses).Value);
        Assert.True(file.IsWhole);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("server { add_header A b c d; }", "invalid number of arguments in 'add_header' directive: expected 2 to 3, found 4")]
    [InlineData(
        "server { listen 80; server_name; }",
        "invalid number of arguments in 'server_name' directive: expected at least 1, found 0"
    )]
    [InlineData("server { proxy_set_header Host; }", "invalid number of arguments in 'proxy_set_header' directive: expected 2, found 1")]
    [InlineData("server { listen 80\n server_name x; }", "directive 'listen' is not terminated by ';' before 'server_name'")]
    [InlineData("server { location / { proxy_pass http://x } }", "directive 'proxy_pass' is not terminated by ';'")]
    [InlineData("server { listen 80;", "block is never closed")]
    [InlineData("server { listen 80; } }", "unexpected '}'")]
    [InlineData("http { server { limit_req_zone $a zone=b:1m rate=1r/s; } }", "'limit_req_zone' directive is not allowed in 'server'")]
    [InlineData("server { alias /x; }", "'alias' directive is not allowed in 'server'")]
    [InlineData("server { location / { server_name x; } }", "'server_name' directive is not allowed in 'location'")]
    [InlineData("server { location /x; }", "directive 'location' has no opening '{'")]
    [InlineData("server { return 200 \"x; }", "quote is never closed")]
    [InlineData(
        "server { location / { add_header Content-Type text Δ/plain; } }",
        "invalid parameter \"Δ/plain\" in 'add_header': only 'always' is allowed here"
    )]
    [InlineData(
        "server { location ~ ^/api/ { proxy_pass http://api:8000/; } }",
        "'proxy_pass' cannot have URI part in location given by regular expression, or inside named location, or inside 'if'"
    )]
    [InlineData(
        "server { location / { proxy_pass api:8000; } }",
        "invalid URL prefix in 'proxy_pass': it must begin with http:// or https://"
    )]
    [InlineData("server { gzip true; }", "invalid value \"true\" in 'gzip' directive")]
    [InlineData("server { location /a { } location /a { } }", "duplicate location \"/a\"")]
    [InlineData("server { location ^ /a { } }", "invalid location modifier \"^\"")]
    [InlineData("server { rewrite ^/a /b stop; }", "invalid parameter \"stop\" in 'rewrite'")]
    public void What_nginx_refuses_is_a_problem(string text, string message) =>
        Assert.Contains(message, Read(text).Problems.Select(problem => problem.Message));

    [Theory]
    [InlineData("server { add_header A \"b c\" always; location = /x { return 301 https://$host$request_uri; } }")]
    [InlineData("server { listen ${PORT}; client_max_body_size ${A} ${B}; }")]
    [InlineData(
        "server { location ~ ^/api/ { proxy_pass http://api:8000; } location @x { proxy_pass http://$a/b; } location /y/ { proxy_pass http://z/; } }"
    )]
    [InlineData("upstream x { server a weight=2 max_fails=1 fail_timeout=3s; keepalive 32; }")]
    [InlineData(
        "server { if ($a = b) { return 403; } location / { if (-f $request_filename) { add_header A b; } proxy_cache_valid 200 302 10m; } }"
    )]
    [InlineData("stream { server { listen 5432; proxy_pass db:5432; } }")]
    [InlineData("server { location / { content_by_lua_block { if x then return { 1 } end } } }")]
    [InlineData("map $a $b { default 0; ~x 1; }\nserver { listen 80; }")]
    [InlineData("server { location ~ \"^/a{2}$\" { return 204; } location ~ ^/(a|b)/(.*)$ { deny all; } }")]
    public void What_nginx_accepts_is_none(string text) => Assert.Empty(Read(text).Problems);

    [Theory]
    [InlineData("redis.conf", "port 6379\nbind 0.0.0.0\n")]
    [InlineData("apache.conf", "<VirtualHost *:80>\n  DocumentRoot /var/www\n</VirtualHost>\n")]
    [InlineData("supervisord.conf", "[program:x]\ncommand=/bin/x ; comment\n")]
    [InlineData("postgresql.conf", "listen_addresses = '*'\n")]
    [InlineData("nginx.conf", "{% for x in y %} server { } {% endfor %}")]
    [InlineData("app.conf", "")]
    public void Other_configuration_is_not_ours(string path, string text) =>
        Assert.Null(new NginxReader().Read(new FileSyntax(new SourceFile(path, text))));

    [Fact]
    public void A_snippet_of_directives_is_ours()
    {
        var file = Read("proxy_set_header Host $host;\nproxy_pass http://api:8000;\n", "proxy_params.conf");
        Assert.False(file.IsWhole);
        Assert.Equal("/a", Assert.Single(Read("location /a { proxy_pass http://b; }", "x.conf").Locations).Path.Value);
    }

    [Fact]
    public void Any_part_of_a_file_is_read_without_fault()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            new NginxReader().Read(new FileSyntax(new SourceFile("nginx.conf", Sample[..length])));
            new NginxReader().Read(new FileSyntax(new SourceFile("nginx.conf", Sample[length..])));
        }
    }

    private static string Show(ProxyTarget? target) => target is null ? "" : $"{target.Scheme} {target.Host} {target.Port} {target.Path}";

    private static NginxFile Read(string text, string path = "nginx.conf") =>
        Assert.IsType<NginxFile>(new NginxReader().Read(new FileSyntax(new SourceFile(path, text))));
}
