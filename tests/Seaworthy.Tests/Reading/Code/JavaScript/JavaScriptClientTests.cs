using Xunit;

namespace Seaworthy.Tests.Reading.Code.JavaScript;

public sealed class JavaScriptClientTests
{
    [Fact]
    public void Requests_tell_method_and_address()
    {
        var file = CodeFacts.Read(
            "src/lib/calls.ts",
            """
            import axios from 'axios';
            import api from './api';
            await fetch(`${API}/users`, { method: 'POST', body });
            await fetch('/api/x');
            await fetch('/api/y', options);
            axios.get('http://svc:80/z', { params });
            axios({ url: '/w', method: 'put' });
            const client = axios.create({ baseURL: process.env.URL });
            client.delete(`/v/${id}`);
            api.post('/u', data);
            cache.get('key');
            new WebSocket('ws://svc/live');
            """
        );

        Assert.Equal(
            [
                "POST (@API+'/users')",
                "GET '/api/x'",
                "* '/api/y'",
                "GET 'http://svc:80/z'",
                "PUT '/w'",
                "DELETE ('/v/'+@id) by client",
                "POST '/u' by api",
                "GET 'ws://svc/live'",
            ],
            file.Requests()
        );
        Assert.Contains("client.baseURL = $URL", file.Names());
    }

    [Fact]
    public void A_function_that_sends_what_it_is_given_is_told_by_its_calls()
    {
        var file = CodeFacts.Read(
            "src/lib/api.js",
            "const request = async (path, options) => fetch(`${BASE}${path}`, options);\nexport const list = () => request('/items');\nexport const add = (x) => request('/items', { method: 'POST' });"
        );

        Assert.Equal(["* (@BASE+'/items')", "POST (@BASE+'/items')"], file.Requests());
    }

    [Fact]
    public void Opened_files_and_settings_are_read()
    {
        var file = CodeFacts.Read(
            "server.js",
            """
            const fs = require('fs');
            const key = fs.readFileSync(path.join(__dirname, '../certs', 'key.pem'));
            function log() { fs.appendFile('logs/app.log', line, () => {}); }
            app.use(session({ secret: 'keyboard cat' }));
            app.use(cors({ origin: ['http://a', process.env.B], credentials: true }));
            jwt.sign(payload, process.env.JWT || 'dev');
            process.on('SIGTERM', stop);
            """
        );

        Assert.Equal(["'../certs/key.pem' beside start", "'logs/app.log' write"], file.Opens());
        Assert.Equal(
            [
                "session.secret = 'keyboard cat'",
                "cors = 'true'",
                "cors.origins = 'http://a'",
                "cors.origins = $B",
                "cors.credentials = 'true'",
                "jwt.secret = $JWT:'dev'",
                "shutdown.signal = 'SIGTERM'",
            ],
            file.Sets()
        );
    }

    [Theory]
    [InlineData("src/a.test.ts", true)]
    [InlineData("tests/e2e/a.js", true)]
    [InlineData("src/__mocks__/a.js", true)]
    [InlineData("src/contest.ts", false)]
    [InlineData("src/latest/a.ts", false)]
    public void Tests_are_marked_and_only_their_imports_are_read(string path, bool expected)
    {
        var file = CodeFacts.Read(path, "import x from './x';\n\nprocess.env.A || 1;\n");

        Assert.Equal(expected, file.IsTest);
        Assert.Single(file.Imports);
        Assert.Equal(expected ? 0 : 1, file.EnvironmentReads.Count);
    }

    [Fact]
    public void A_file_without_markers_gives_its_imports_only()
    {
        var file = CodeFacts.Read(
            "src/Button.tsx",
            "import a from 'a';\nimport {\n  b,\n} from 'b';\n\nconst text = 'x';\nexport const Button = () => <b>{text}</b>;\n"
        );

        Assert.Equal(["a", "b"], file.Imports.Select(import => import.Module));
        Assert.Empty(file.Constants);
    }

    [Fact]
    public void Exports_lead_to_locals()
    {
        var file = CodeFacts.Read("config.js", "const port = 80;\nmodule.exports = { port, host: 'h' };\nexports.x = port;");

        Assert.Contains(
            new CodeConstantText("port", "'80'", true),
            file.Constants.Select(constant => new CodeConstantText(constant.Name, CodeFacts.Text(constant.Value), constant.IsExported))
        );
        Assert.Contains("host = 'h'", file.Names());
        Assert.Contains("x = @port", file.Names());
    }

    private sealed record CodeConstantText(string Name, string Value, bool IsExported);
}
