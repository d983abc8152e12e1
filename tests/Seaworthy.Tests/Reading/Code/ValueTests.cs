using Xunit;

namespace Seaworthy.Tests.Reading.Code;

public sealed class ValueTests
{
    [Theory]
    [InlineData("'a'", "'a'")]
    [InlineData("`a${1}b`", "('a'+'1'+'b')")]
    [InlineData("15 * 60 * 1000", "'900000'")]
    [InlineData("process.env.PORT || 3000", "$PORT:'3000'")]
    [InlineData("Number(process.env.PORT ?? '3000')", "$PORT:'3000'")]
    [InlineData("parseInt(process.env.PORT, 10) || 3000", "$PORT:'3000'")]
    [InlineData("process.env.A || process.env.B || 'c'", "$A:$B:'c'")]
    [InlineData("process.env.PORT ? Number(process.env.PORT) : 3000", "$PORT:'3000'")]
    [InlineData("isProduction ? 80 : 3000", "?['80'|'3000']")]
    [InlineData("'http://' + host + ':' + process.env.PORT", "('http://'+@host+':'+$PORT)")]
    [InlineData("process.env['PORT']!", "$PORT")]
    [InlineData("(import.meta.env.VITE_API as string).trim()", "$VITE_API")]
    [InlineData("config['server']", "@config.server")]
    [InlineData("config.server?.port", "@config.server.port")]
    [InlineData("a && b", "<it is a condition>")]
    [InlineData("compute(1)", "<compute() is not followed>")]
    [InlineData("process.env.X || undefined", "$X")]
    public void JavaScript_expressions_are_evaluated(string expression, string expected) =>
        Assert.Equal(expected, Text("config.ts", $"app.set('trust proxy', {expression});\nconst app = express();"));

    [Theory]
    [InlineData("'a' 'b'", "<it is not followed>")]
    [InlineData("f'{host}:{PORT:>5}/{{x}}'", "(@host+':'+@PORT+'/{x}')")]
    [InlineData("int(os.environ.get('PORT', 8000))", "$PORT:'8000'")]
    [InlineData("os.getenv('A') or os.getenv('B') or 'c'", "$A:$B:'c'")]
    [InlineData("os.environ['A'].strip()", "$A")]
    [InlineData("os.getenv('A', default=None)", "$A")]
    [InlineData("'x' if debug else 'y'", "?['x'|'y']")]
    [InlineData("60 * 60", "'3600'")]
    [InlineData("settings.PORT", "@settings.PORT")]
    [InlineData("BASE / 'logs'", "(@BASE+'/'+'logs')")]
    [InlineData("a / 2", "<it is computed>")]
    [InlineData("os.getenv('A', 'x,y').split(',')", "$A:'x,y'")]
    public void Python_expressions_are_evaluated(string expression, string expected) =>
        Assert.Equal(expected, Text("config.py", $"import os, sentry_sdk\nsentry_sdk.init(dsn={expression})\n"));

    [Fact]
    public void Variables_of_the_function_stand_in_place_of_their_names()
    {
        var file = CodeFacts.Read(
            "main.ts",
            """
            import { NestFactory } from '@nestjs/core';
            const HOST = '0.0.0.0';
            async function bootstrap(prefix) {
              const port = process.env.PORT || 3000;
              await app.listen(port, HOST);
              app.setGlobalPrefix(prefix);
            }
            """
        );

        Assert.Equal("nestjs @HOST $PORT:'3000'", Assert.Single(file.Listens()));
        Assert.Contains("nest.globalPrefix = <prefix is a parameter>", file.Sets());
        Assert.Contains("HOST = '0.0.0.0'", file.Names());
    }

    [Fact]
    public void What_a_function_of_the_file_gives_back_is_its_value()
    {
        var file = CodeFacts.Read(
            "src/lib/api.js",
            """
            const getBase = () => process.env.REACT_APP_API || '/api';
            function getPort() { const port = process.env.PORT; return port; }
            function getUrl() { if (dev) { return 'http://a'; } return 'http://b'; }
            function loop() { const again = loop(); return again; }
            const base = getBase(), port = getPort(), url = getUrl(), none = loop(), other = getBase(1);
            """
        );

        Assert.Equal(
            ["base = $REACT_APP_API:'/api'", "port = $PORT", "url = ?['http://a'|'http://b']"],
            file.Names().Where(name => !name.Contains("again", StringComparison.Ordinal))
        );
    }

    private static string Text(string path, string source) => CodeFacts.Text(CodeFacts.Read(path, source).Settings[0].Value);
}
