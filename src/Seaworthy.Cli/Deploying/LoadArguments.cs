using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying.Addresses;
using Seaworthy.Deploying.Verifying.Loads;

namespace Seaworthy.Cli.Deploying;

/// <summary>The load of <c>verify</c>: nothing of it without <c>--load</c>.</summary>
internal sealed class LoadArguments
{
    // Who asks another machine asks it gently, whatever else is said.
    private const int MostPublicConnections = 4;
    private const int MostPublicRequests = 1000;
    private static readonly TimeSpan PublicPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Option<bool> load = new("--load") { Description = "Send requests to --url for a few seconds, and measure." };

    private readonly Option<bool> isPublic = new("--load-public")
    {
        Description = "Let --load send requests to another machine than this one.",
    };

    private readonly Option<string> length = new("--load-for")
    {
        Description = "How long, up to 1m.",
        HelpName = "time",
        DefaultValueFactory = _ => "5s",
    };

    private readonly Option<int> connections = new("--load-connections")
    {
        Description = "Connections at once, up to 64.",
        HelpName = "number",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<int> requests = new("--load-requests")
    {
        Description = "Requests at most, up to 100000.",
        HelpName = "number",
        DefaultValueFactory = _ => 2000,
    };

    private readonly Option<string?> post = new("--load-post")
    {
        Description = "Path that gets POSTs without content besides.",
        HelpName = "path",
    };

    private readonly Option<string?> p95 = new("--slo-p95")
    {
        Description = "Longest time of 95 of 100 answers under --load.",
        HelpName = "300ms",
    };

    private readonly Option<string> errors = new("--slo-errors")
    {
        Description = "Greatest share of failed requests under --load.",
        HelpName = "percent",
        DefaultValueFactory = _ => "0.1%",
    };

    public void AddTo(Command command)
    {
        Option[] options = [load, isPublic, length, connections, requests, post, p95, errors];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        Check(length, text => ShortTime.Parse(text) is { } time && time.TotalSeconds >= 1 && time <= Longest, "a time from 1s to 1m");
        Check(connections, text => IsFrom1(text, 64), "a number from 1 to 64");
        Check(requests, text => IsFrom1(text, 100_000), "a number from 1 to 100000");
        Check(post, text => text is ['/', ..], "a path that begins with /");
        Check(p95, text => ServiceObjective.Time(text) is not null, "a time such as 300ms or 2s");
        Check(errors, text => ServiceObjective.Share(text) is not null, "a share such as 0.1%");
        command.Validators.Add(result =>
        {
            if (
                !result.GetValue(load)
                && options.Skip(1).FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } alone
            )
            {
                result.AddError($"{alone.Name} needs --load.");
            }
        });
    }

    public bool IsWanted(CommandResult command) => command.GetValue(load);

    /// <summary>The loads on the addresses that were named; none without <c>--load</c>.</summary>
    public IReadOnlyList<LoadOrder> Of(ParseResult parsed, IReadOnlyList<PublicAddress> addresses)
    {
        if (!parsed.GetValue(load))
        {
            return [];
        }

        var goesOut = parsed.GetValue(isPublic);
        return
        [
            .. addresses.Select(address => Order(address, "GET")),
            .. parsed.GetValue(post) is { } path ? addresses.Select(address => Order(address.At(path), "POST")) : [],
        ];

        LoadOrder Order(PublicAddress address, string method) =>
            new(address, method)
            {
                Length = ShortTime.Parse(parsed.GetValue(length) ?? "") ?? TimeSpan.FromSeconds(5),
                Connections = goesOut ? Math.Min(parsed.GetValue(connections), MostPublicConnections) : parsed.GetValue(connections),
                MostRequests = goesOut ? Math.Min(parsed.GetValue(requests), MostPublicRequests) : parsed.GetValue(requests),
                Pause = goesOut ? PublicPause : TimeSpan.Zero,
                IsPublic = goesOut,
            };
    }

    public ServiceObjective Objective(ParseResult parsed) =>
        new(
            parsed.GetValue(p95) is { } time ? ServiceObjective.Time(time) : null,
            ServiceObjective.Share(parsed.GetValue(errors) ?? "") ?? 0
        );

    private static bool IsFrom1(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;

    private static void Check(Option option, Func<string, bool> isFit, string what) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !isFit(text))
            {
                result.AddError($"{option.Name} takes {what}.");
            }
        });
}
