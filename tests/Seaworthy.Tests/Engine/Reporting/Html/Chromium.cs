using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>A browser of this machine, spoken to by the DevTools protocol. A test that needs one is skipped where there is none.</summary>
internal sealed partial class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string profile = Directory.CreateTempSubdirectory("seaworthy-chromium-").FullName;
    private readonly CancellationTokenSource end = new(Patience);
    private readonly ClientWebSocket socket = new();
    private readonly List<JsonNode> events = [];
    private Process? process;
    private int sent;
    private string? session;

    private static string? Program =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    /// <summary>What the browser complained of: refused by the policy, thrown by a script.</summary>
    public IEnumerable<string> Complaints =>
        Told("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled").Select(told => told.ToJsonString());

    /// <summary>The addresses it asked for.</summary>
    public IEnumerable<string> Requests =>
        Told("Network.requestWillBeSent").Select(told => (string?)told["params"]?["request"]?["url"] ?? "");

    /// <summary>Opens a page in a window of a size.</summary>
    public static async Task<Chromium> Open(string page, int width, string colours = "light")
    {
        Assert.SkipWhen(Program is null, "there is no Chromium on this machine (Debian: apt-get install chromium)");
        Chromium chromium = new();
        var file = Path.Combine(chromium.profile, "report.html");
        await File.WriteAllTextAsync(file, page, chromium.end.Token);
        await chromium.Start(Program);
        await chromium.Show(new Uri(file).AbsoluteUri, width, colours);
        return chromium;
    }

    /// <summary>What an expression comes to in the page, as JSON.</summary>
    public async Task<JsonNode?> Evaluate(string expression)
    {
        var answer = await Send(
            "Runtime.evaluate",
            new JsonObject
            {
                ["expression"] = expression,
                ["returnByValue"] = true,
                ["awaitPromise"] = true,
            }
        );
        Assert.Null(answer["exceptionDetails"]?.ToJsonString());
        return answer["result"]?["value"];
    }

    /// <summary>Presses a key as somebody at a keyboard does: <c>Tab</c>, <c>/</c>, <c>Escape</c>.</summary>
    public async Task Press(string key)
    {
        JsonObject down = new()
        {
            ["type"] = "keyDown",
            ["key"] = key,
            ["code"] = key,
            ["windowsVirtualKeyCode"] = key switch
            {
                "Tab" => 9,
                "Escape" => 27,
                "Enter" => 13,
                _ => 0,
            },
        };
        if (key.Length == 1)
        {
            down["text"] = key;
        }

        await Send("Input.dispatchKeyEvent", down);
        await Send("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key });
    }

    /// <summary>Lays the page out for paper; <c>screen</c> takes it back.</summary>
    public Task Show(string media) => Send("Emulation.setEmulatedMedia", new JsonObject { ["media"] = media });

    /// <summary>Waits until nothing scrolls any more.</summary>
    public Task Settle() =>
        Evaluate(
            "new Promise(done => { let last = -1, still = 0; const look = () => { still = scrollY === last ? still + 1 : 0; last = scrollY; still > 4 ? done(true) : setTimeout(look, 40); }; look(); })"
        );

    /// <summary>Opens another address in the same window, and waits until it is there.</summary>
    public async Task Go(string fragment)
    {
        events.RemoveAll(heard => (string?)heard["method"] == "Page.loadEventFired");
        await Send("Page.navigate", new JsonObject { ["url"] = "about:blank" });
        while (!Told("Page.loadEventFired").Any())
        {
            await Hear();
        }

        events.RemoveAll(heard => (string?)heard["method"] == "Page.loadEventFired");
        await Send("Page.navigate", new JsonObject { ["url"] = new Uri(Path.Combine(profile, "report.html")).AbsoluteUri + fragment });
        while (!Told("Page.loadEventFired").Any())
        {
            await Hear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        end.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser may still write as it ends.
        }
    }

    private async Task Start(string program)
    {
        ProcessStartInfo start = new(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (
            var argument in (string[])
                [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--remote-debugging-port=0",
                    $"--user-data-dir={profile}",
                    "about:blank",
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start);
        string? address = null;
        while (address is null && process is not null && await process.StandardError.ReadLineAsync(end.Token) is { } line)
        {
            address = Address().Match(line) is { Success: true } match ? match.Value : null;
        }

        Assert.SkipWhen(address is null, "Chromium does not start on this machine");
        _ = process?.StandardError.ReadToEndAsync(end.Token);
        await socket.ConnectAsync(new Uri(address), end.Token);
    }

    private async Task Show(string address, int width, string colours)
    {
        var target = await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var attached = await Send(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }
        );
        session = (string?)attached["sessionId"];
        foreach (var domain in (string[])["Page", "Log", "Runtime", "Network"])
        {
            await Send($"{domain}.enable", []);
        }

        await Send(
            "Emulation.setDeviceMetricsOverride",
            new JsonObject
            {
                ["width"] = width,
                ["height"] = 900,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = width < 500,
            }
        );
        JsonArray features = [new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = colours }];
        await Send("Emulation.setEmulatedMedia", new JsonObject { ["features"] = features });
        await Send("Page.navigate", new JsonObject { ["url"] = address });
        while (!Told("Page.loadEventFired").Any())
        {
            await Hear();
        }
    }

    private async Task<JsonNode> Send(string method, JsonObject parameters)
    {
        var id = ++sent;
        JsonObject message = new()
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, end.Token);
        while (true)
        {
            var heard = await Hear();
            if ((int?)heard["id"] == id)
            {
                return heard["result"] ?? throw new InvalidOperationException(heard.ToJsonString());
            }
        }
    }

    private async Task<JsonNode> Hear()
    {
        using MemoryStream text = new();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), end.Token);
            await text.WriteAsync(buffer.AsMemory(0, part.Count), end.Token);
        } while (!part.EndOfMessage);

        var heard = JsonNode.Parse(text.ToArray()) ?? throw new JsonException();
        if (heard["method"] is not null)
        {
            events.Add(heard);
        }

        return heard;
    }

    private IEnumerable<JsonNode> Told(params IEnumerable<string> methods) =>
        events.Where(heard => methods.Contains((string?)heard["method"]));

    [GeneratedRegex(@"ws://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
