using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Seaworthy.Tests.Cli;

/// <summary>As much of GitHub's REST API as comments of a pull request need, on this machine; writes down what is asked.</summary>
internal sealed class FakeForge : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Dictionary<string, List<JsonObject>> comments = new() { ["pulls"] = [], ["issues"] = [] };
    private readonly Task serving;
    private int last;

    public FakeForge()
    {
        using (TcpListener probe = new(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Address + "/");
        listener.Start();
        serving = Task.Run(Serve);
    }

    public string Address { get; }

    /// <summary>What was asked to be changed: <c>POST /repos/o/r/…</c>.</summary>
    public List<string> Changes { get; } = [];

    public HashSet<string> Tokens { get; } = [];

    /// <summary>A token that may read alone.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>The files of which the change shows lines; null for all.</summary>
    public IReadOnlyList<string>? Shown { get; set; }

    public IReadOnlyList<JsonObject> Review => comments["pulls"];

    public IReadOnlyList<JsonObject> Issue => comments["issues"];

    /// <summary>A comment of somebody else.</summary>
    public void Say(string kind, string login, string body) => comments[kind].Add(Comment(login, body));

    public static string Body(JsonObject comment) => (string?)comment["body"] ?? "";

    public void Dispose()
    {
        listener.Close();
        serving.Wait();
    }

    private JsonObject Comment(string login, string body) =>
        new()
        {
            ["id"] = ++last,
            ["user"] = new JsonObject { ["login"] = login },
            ["body"] = body,
        };

    private void Serve()
    {
        while (true)
        {
            try
            {
                var context = listener.GetContext();
                var (status, answer) = Answer(context.Request);
                context.Response.StatusCode = status;
                context.Response.Close(System.Text.Encoding.UTF8.GetBytes(answer?.ToJsonString() ?? "{}"), willBlock: true);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private (int Status, JsonNode? Answer) Answer(HttpListenerRequest request)
    {
        var path = request.Url?.AbsolutePath ?? "";
        Tokens.Add(request.Headers["Authorization"] ?? "");
        if (request.HttpMethod == "GET")
        {
            var kind = path.Contains("/issues/", StringComparison.Ordinal) ? "issues" : "pulls";
            return path == "/user" ? (403, null) : (200, Page(comments[kind], request.QueryString["page"]));
        }

        Changes.Add($"{request.HttpMethod} {path}");
        using StreamReader reader = new(request.InputStream);
        var body = JsonNode.Parse(reader.ReadToEnd())?.AsObject() ?? [];
        return IsReadOnly ? (403, new JsonObject { ["message"] = "Resource not accessible by integration" })
            : Shown is { } shown && body["path"] is { } file && !shown.Contains((string?)file) ? (422, null)
            : request.HttpMethod == "POST" ? (201, Posted(path.Split('/')[4], body))
            : (200, Patched(path.Split('/')[4], int.Parse(path.Split('/')[^1], null), body));
    }

    private JsonObject Posted(string kind, JsonObject body)
    {
        var comment = Comment("github-actions[bot]", Body(body));
        comment["path"] = (string?)body["path"];
        comment["line"] = (int?)body["line"];
        comment["commit_id"] = (string?)body["commit_id"];
        comments[kind].Add(comment);
        return new JsonObject { ["id"] = (int?)comment["id"] };
    }

    private JsonObject Patched(string kind, int id, JsonObject body)
    {
        comments[kind].Single(comment => (int?)comment["id"] == id)["body"] = Body(body);
        return [];
    }

    private static JsonArray Page(List<JsonObject> all, string? page) =>
        new([.. all.Skip((int.Parse(page ?? "1", null) - 1) * 100).Take(100).Select(comment => comment.DeepClone())]);
}
