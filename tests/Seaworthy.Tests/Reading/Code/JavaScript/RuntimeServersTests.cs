using Xunit;

namespace Seaworthy.Tests.Reading.Code.JavaScript;

public sealed class RuntimeServersTests
{
    [Fact]
    public void Bun_listens_where_it_is_told_and_serves_its_table()
    {
        var file = CodeFacts.Read(
            "index.ts",
            """
            Bun.serve({
              port: process.env.API_PORT ?? 4000,
              hostname: "0.0.0.0",
              routes: {
                "/health": new Response("ok"),
                "/users/:id": request => new Response(request.params.id),
                "/files/*": serveFile,
              },
              fetch(request) {
                return new Response("?", { status: 404 });
              },
            });
            """
        );

        Assert.Equal(["bun '0.0.0.0' $API_PORT:'4000'"], file.Listens());
        Assert.Equal(["- * '/health'", "- * '/users/:id'", "- * '/files/*' prefix"], file.Serves());
        Assert.Contains("javascript.openRoutes = 'fetch'", file.Sets());
    }

    [Theory]
    [InlineData("Bun.serve({ fetch: app.fetch });", "bun - $BUN_PORT:$PORT:$NODE_PORT:'3000'")]
    [InlineData("export default { port: 4000, fetch: app.fetch };", "bun - '4000'")]
    [InlineData("Deno.serve(app.fetch);", "deno - '8000'")]
    [InlineData("Deno.serve((request) => new Response('x'));", "deno - '8000'")]
    [InlineData("Deno.serve({ port: 9000 }, handler);", "deno - '9000'")]
    [InlineData("Deno.serve({ hostname: 'localhost', handler });", "deno 'localhost' '8000'")]
    public void An_address_is_told_or_usual(string text, string expected) =>
        Assert.Equal([expected], CodeFacts.Read("main.ts", text).Listens());

    [Theory]
    [InlineData("Bun.serve({ unix: '/tmp/x.sock', fetch: app.fetch });")]
    [InlineData("Bun.serve({ ...options, fetch: app.fetch });")]
    [InlineData("Bun.serve(options);")]
    [InlineData("Deno.serve(options);")]
    [InlineData("Deno.serve(options, handler);")]
    [InlineData("export default { fetch: app.fetch };")]
    public void What_is_not_written_here_is_not_guessed(string text) => Assert.Empty(CodeFacts.Read("main.ts", text).Listeners);

    [Fact]
    public void A_framework_answers_with_its_own_routes() =>
        Assert.DoesNotContain("javascript.openRoutes = 'fetch'", CodeFacts.Read("main.ts", "Bun.serve({ fetch: app.fetch });").Sets());
}
