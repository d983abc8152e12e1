using Xunit;

namespace Seaworthy.Tests.Reading.Code.JavaScript;

public sealed class JavaScriptServerTests
{
    [Fact]
    public void Express_routes_and_mounts_are_read()
    {
        var file = CodeFacts.Read(
            "server.js",
            """
            const express = require('express');
            const users = require('./routes/users');
            const app = express();
            const router = express.Router();
            app.use(cors());
            app.use('/api/users', limiter, users);
            app.use('/api/items', auth({ a: 1 }), require('./routes/items'));
            app.use('/static', express.static('public'));
            router.route('/x').get(list).post(create);
            app.get('/health', (req, res) => res.send('ok'));
            app.get('view engine');
            app.all('/any/*', handler);
            client.get('/not-a-route', cb);
            require('./legacy')(app);
            app.listen(process.env.PORT || 3000, '0.0.0.0', () => console.log('up'));
            """
        );

        Assert.Equal(
            ["app GET '/static' prefix", "router GET '/x'", "router POST '/x'", "app GET '/health'", "app * '/any/*' prefix"],
            file.Serves()
        );
        Assert.Equal(
            ["app < limiter '/api/users'", "app < users '/api/users'", "app < ./routes/items '/api/items'", "app < ./legacy -"],
            file.Hangs()
        );
        Assert.Equal(["express '0.0.0.0' $PORT:'3000'"], file.Listens());
        Assert.Contains("static.root = 'public'", file.Sets());
        Assert.True(file.Routers.Single(router => router.Name == "app").IsApplication);
        Assert.Equal(10, file.Routes.Single(route => route.Handler is null && route.Method == "GET" && !route.IsPrefix).Span.StartLine);
    }

    [Fact]
    public void A_function_that_is_given_the_application_is_a_router()
    {
        var file = CodeFacts.Read(
            "routes.js",
            "const express = require('express');\nmodule.exports = (app) => {\n  app.get('/x', (req, res) => {});\n};"
        );

        Assert.Equal(["default GET '/x'"], file.Serves());
        Assert.True(Assert.Single(file.Routers).IsExported);
    }

    [Fact]
    public void Fastify_koa_and_hono_are_read()
    {
        var fastify = CodeFacts.Read(
            "app.ts",
            """
            import Fastify from 'fastify';
            const server = Fastify({ logger: true });
            server.register(routes, { prefix: '/v1' });
            server.route({ method: 'PUT', url: '/y', handler });
            await server.listen({ port: Number(process.env.PORT) || 8080, host: '0.0.0.0' });
            """
        );
        Assert.Equal(["server PUT '/y'"], fastify.Serves());
        Assert.Equal(["server < routes '/v1'"], fastify.Hangs());
        Assert.Equal(["fastify '0.0.0.0' $PORT:'8080'"], fastify.Listens());

        var koa = CodeFacts.Read(
            "app.js",
            "const Router = require('@koa/router');\nconst router = new Router({ prefix: '/api' });\nrouter.get('/x', h);\napp.use(router.routes());\nconst app = new Koa();"
        );
        Assert.Equal(["router GET '/x'"], koa.Serves());
        Assert.Equal(["app < router -"], koa.Hangs());
        Assert.Equal("'/api'", CodeFacts.Text(koa.Routers.Single(router => router.Name == "router").Prefix));

        var hono = CodeFacts.Read(
            "app.ts",
            "import { Hono } from 'hono';\nconst app = new Hono().basePath('/api').get('/x', (c) => c.text('x'));\napp.route('/sub', sub);"
        );
        Assert.Equal(["app GET '/x'"], hono.Serves());
        Assert.Equal(["app < sub '/sub'"], hono.Hangs());
    }

    [Fact]
    public void Nest_controllers_and_prefixes_are_read()
    {
        var file = CodeFacts.Read(
            "users.controller.ts",
            """
            @ApiTags('users')
            @Controller({ path: 'users', version: '2' })
            export class UsersController {
              @Get() list() {}
              @UseGuards(A) @Get(':id') one(@Param('id') id: string) {}
              @Post('bulk') async many() {}
              private helper() {}
            }
            app.setGlobalPrefix('api', { exclude: ['health', { path: 'metrics', method: 1 }] });
            """
        );

        Assert.Equal(["UsersController GET ''", "UsersController GET ':id'", "UsersController POST 'bulk'"], file.Serves());
        Assert.Equal("'users'", CodeFacts.Text(Assert.Single(file.Routers).Prefix));
        Assert.Equal(
            [
                "nest.version.UsersController = '2'",
                "nest.globalPrefix = 'api'",
                "nest.globalPrefix.exclude = 'health'",
                "nest.globalPrefix.exclude = 'metrics'",
            ],
            file.Sets()
        );
    }

    [Theory]
    [InlineData("pages/api/users/[id].ts", "export default function handler() {}", "- * '/api/users/:id'")]
    [InlineData("src/app/api/health/route.ts", "export async function GET() {}", "- GET '/api/health'")]
    [InlineData("apps/web/app/(main)/files/[...path]/route.ts", "export const POST = f", "- POST '/files/' prefix")]
    [InlineData("app/about/page.tsx", "export default () => null", "- GET '/about'")]
    [InlineData("src/routes/api/x/+server.ts", "export const GET = f", "- GET '/api/x'")]
    [InlineData("server/routes/health.ts", "export default defineEventHandler(() => 'ok')", "- * '/health'")]
    [InlineData("server/api/hello/[name].get.ts", "export default eventHandler(() => 'ok')", "- * '/api/hello/:name'")]
    public void A_files_place_is_a_route(string path, string text, string expected) =>
        Assert.Equal([expected], CodeFacts.Read(path, text).Serves());

    [Fact]
    public void Things_that_listen_to_events_are_no_servers()
    {
        Assert.Empty(
            CodeFacts
                .Read("a.js", "socket.listen('message', f);\nobserver.listen(() => {});\napp.listen();\nhistory.listen(location => {});")
                .Listens()
        );
    }

    [Fact]
    public void Configuration_of_build_tools_is_read()
    {
        var vite = CodeFacts.Read(
            "vite.config.ts",
            """
            export default defineConfig(({ mode }) => ({
              base: '/app/',
              server: { port: 5173, host: true, proxy: { '/api': { target: 'http://localhost:8000', changeOrigin: true }, '/ws': 'ws://localhost:8000' } },
              preview: { port: 4173 },
              build: { outDir: 'out' },
            }))
            """
        );
        Assert.Equal(["vite 'true' '5173'", "vite preview - '4173'"], vite.Listens());
        Assert.Equal(
            [
                "vite.base = '/app/'",
                "vite.server.host = 'true'",
                "development.proxy./api = 'http://localhost:8000'",
                "development.proxy./ws = 'ws://localhost:8000'",
                "vite.build.outDir = 'out'",
            ],
            vite.Sets()
        );

        var next = CodeFacts.Read(
            "next.config.js",
            "const config = { output: 'standalone', async rewrites() { return [{ source: '/api/:p*', destination: `${process.env.API}/:p*` }] } }\nmodule.exports = config"
        );
        Assert.Equal(["next.output = 'standalone'", "next.rewrite./api/:p* = ($API+'/:p*')"], next.Sets());
    }
}
