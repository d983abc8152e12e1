using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.LanguageServer.Tools;

namespace Seaworthy.LanguageServer;

/// <summary>Answers coding agents from audits that it keeps warm.</summary>
/// <param name="roots">What it may read.</param>
/// <remarks>Source: Model Context Protocol, revision 2025-06-18.</remarks>
public sealed class ContextServer(AllowedRoots roots)
{
    private const string Report = "seaworthy://report";
    private const string Model = "seaworthy://model";

    private const string Instructions =
        "Seaworthy joins every file that says how this software is built, configured, shipped and run, and reports where two statements contradict each other. "
        + "Ask audit before you say that something can be deployed, where before you grep for a port, variable, host or route, check_claims before you report a defect, and diff before you commit.";

    private readonly IReadOnlyList<ContextTool> tools =
    [
        new AuditTool(),
        new FindingsTool(),
        new ExplainTool(),
        new WhereTool(),
        new DiffTool(),
        new PlanTool(),
        new CheckClaimsTool(),
    ];

    /// <summary>Serves one client until its stream ends.</summary>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancel)
    {
        StreamServerTransport transport = new(input, output, "seaworthy");
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, Options());
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Answers one message that comes alone, from a client that is not known before or after.</summary>
    /// <param name="message">A request, or what needs no answer.</param>
    /// <param name="output">Where events go.</param>
    /// <param name="begin">Is called with what is written first.</param>
    /// <returns>False when the message needs no answer, and nothing was written.</returns>
    internal async Task<bool> AnswerAsync(
        JsonRpcMessage message,
        Stream output,
        Func<JsonRpcMessage?, ValueTask> begin,
        CancellationToken cancel
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        StreamableHttpServerTransport transport = new() { Stateless = true };
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, Options());
            await using (server.ConfigureAwait(false))
            {
                var serving = server.RunAsync(end.Token);
                try
                {
                    return await transport.HandlePostRequestAsync(message, output, begin, cancel).ConfigureAwait(false);
                }
                finally
                {
                    await end.CancelAsync().ConfigureAwait(false);
                    await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
    }

    private McpServerOptions Options() =>
        new()
        {
            ServerInfo = new Implementation { Name = "seaworthy", Version = ProductVersion.Text },
            ServerInstructions = Instructions,
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) =>
                    ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.Select(tool => tool.Definition)] }),
                CallToolHandler = (request, _) => ValueTask.FromResult(Call(request.Params)),
                ListResourcesHandler = (_, _) => ValueTask.FromResult(new ListResourcesResult { Resources = [.. Resources()] }),
                ReadResourceHandler = (request, _) => ValueTask.FromResult(Read((request.Params?.Uri ?? "").TrimEnd('/'))),
            },
        };

    private CallToolResult Call(CallToolRequestParams? asked) =>
        tools.FirstOrDefault(tool => tool.Name == asked?.Name) is not { } tool
            ? Result(ToolAnswer.Refused($"There is no tool '{Quote.Text(asked?.Name ?? "")}'."))
        : roots.Tree(PathOf(asked), out var fault) is { } tree ? Result(tool.Answer(new ToolCall(asked?.Arguments, tree)))
        : Result(ToolAnswer.Refused(Quote.Text(fault)));

    private static string? PathOf(CallToolRequestParams? asked) =>
        asked?.Arguments?.TryGetValue("path", out var path) is true && path.ValueKind == System.Text.Json.JsonValueKind.String
            ? path.GetString()
            : null;

    private static CallToolResult Result(ToolAnswer answer) =>
        new() { Content = [new TextContentBlock { Text = answer.Text }], IsError = answer.IsRefused };

    private static IEnumerable<Resource> Resources()
    {
        yield return new Resource
        {
            Uri = Report,
            Name = "report",
            Description = "The whole report as JSON (docs/report.schema.json). Large: prefer the tools.",
            MimeType = "application/json",
        };
        yield return new Resource
        {
            Uri = Model,
            Name = "model",
            Description = "Everything that was read and joined, as JSON. Large: prefer the tool where.",
            MimeType = "application/json",
        };
    }

    private ReadResourceResult Read(string uri)
    {
        if (uri is not (Report or Model) || roots.Tree(null, out _)?.Audit(out _) is not { } report)
        {
            throw new ModelContextProtocol.McpException($"There is no resource '{Quote.Text(uri)}'.");
        }

        using MemoryStream bytes = new();
        if (uri == Report)
        {
            JsonReport.Write(report, bytes);
        }
        else
        {
            ModelJson.Write(report.Deployment, bytes);
        }

        return new ReadResourceResult
        {
            Contents =
            [
                new TextResourceContents
                {
                    Uri = uri,
                    MimeType = "application/json",
                    Text = System.Text.Encoding.UTF8.GetString(bytes.ToArray()),
                },
            ],
        };
    }
}
