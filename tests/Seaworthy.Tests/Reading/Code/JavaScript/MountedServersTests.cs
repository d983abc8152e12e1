using Xunit;

namespace Seaworthy.Tests.Reading.Code.JavaScript;

public sealed class MountedServersTests
{
    [Theory]
    [InlineData("app.use('/trpc', trpcExpress.createExpressMiddleware({ router: appRouter }));", "app * '/trpc' prefix")]
    [InlineData("app.use('/trpc', createExpressMiddleware({ router: appRouter }));", "app * '/trpc' prefix")]
    [InlineData("const yoga = createYoga({ schema });\napp.use('/graphql', yoga);", "app * '/graphql' prefix")]
    [InlineData("const files = express.static('public');\napp.use('/files', files);", "app GET '/files' prefix")]
    [InlineData("app.use('/auth/*', ExpressAuth({ providers: [] }));", "app * '/auth/*' prefix")]
    public void What_a_library_mounts_serves_everything_below(string mount, string expected) =>
        Assert.Equal(
            [expected],
            CodeFacts.Read("server.ts", $"import express from 'express';\nconst app = express();\n{mount}\n").Serves()
        );

    [Fact]
    public void A_handler_in_between_serves_nothing() =>
        Assert.Empty(
            CodeFacts
                .Read(
                    "server.ts",
                    "import express from 'express';\nconst app = express();\nconst limiter = rateLimit({ max: 5 });\napp.use('/api', limiter);\n"
                )
                .Serves()
        );

    [Fact]
    public void A_plugin_of_fastify_serves_below_its_prefix()
    {
        var file = CodeFacts.Read(
            "server.ts",
            """
            import Fastify from 'fastify';
            import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
            import users from './users';
            const server = Fastify();
            server.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router } });
            server.register(users, { prefix: '/users' });
            """
        );

        Assert.Equal(["server * '/trpc' prefix"], file.Serves());
        Assert.Equal(["server < users '/users'"], file.Hangs());
    }

    [Theory]
    [InlineData("createHTTPServer({ router: appRouter }).listen(3000);", "- * '/' prefix")]
    [InlineData("createHTTPServer({ router: appRouter, basePath: '/trpc/' }).listen(3000);", "- * '/trpc/' prefix")]
    public void The_server_of_tRPC_answers_below_its_base(string text, string expected)
    {
        var file = CodeFacts.Read("server.ts", "import { createHTTPServer } from '@trpc/server/adapters/standalone';\n" + text);

        Assert.Equal([expected], file.Serves());
        Assert.Equal(["http - '3000'"], file.Listens());
    }
}
