using System.CommandLine;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Addresses;
using Seaworthy.Deploying.Running.Loads;
using Seaworthy.Deploying.Verifying;
using Seaworthy.Deploying.Verifying.Addresses;
using Seaworthy.Deploying.Verifying.Loads;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>The public addresses that <c>verify</c> asks: those that somebody names, from this machine.</summary>
internal sealed class AddressArguments
{
    private readonly LoadArguments load = new();

    private readonly Option<string[]> url = new("--url")
    {
        Description = "Ask this public address as well. Repeatable.",
        HelpName = "url",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Options.Add(url);
        url.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => PublicAddress.Parse(token.Value) is null))
            {
                result.AddError($"--url takes {PublicAddress.Form}.");
            }
        });
        load.AddTo(command);
        command.Validators.Add(result =>
        {
            if (load.IsWanted(result) && result.GetResult(url) is not { Implicit: false })
            {
                result.AddError("--load needs --url.");
            }
        });
    }

    /// <summary>What came of the addresses; nothing without one.</summary>
    public Verification Verify(ParseResult parsed, DeployTarget target)
    {
        IReadOnlyList<PublicAddress> addresses =
        [
            .. (parsed.GetValue(url) ?? []).Select(PublicAddress.Parse).OfType<PublicAddress>().Distinct(),
        ];
        return addresses
            .Select(address => Verify(address, addresses, target))
            .Concat(load.Of(parsed, addresses).Select(order => Load(order, load.Objective(parsed))))
            .Aggregate(Verification.Empty, (all, one) => all.And(one));
    }

    private static Verification Verify(PublicAddress address, IReadOnlyList<PublicAddress> all, DeployTarget target)
    {
        // One of http beside one of https is there to lead to it.
        if (!address.IsTls && all.Any(other => other.IsTls && other.Host == address.Host))
        {
            return AddressDrifts.OfRedirect(AddressReading.Of(address));
        }

        var project = target.Rendered.Project;
        AddressDrifts drifts = new(TimeProvider.System.GetUtcNow());
        var found = drifts.Of(AddressReading.Of(address), DeclaredHeaders.Of(target.Deployment, target.Root, project, address));
        if (address.Plain() is { } plain && all.All(other => other.IsTls || other.Host != address.Host))
        {
            found = found.And(AddressDrifts.OfRedirect(AddressReading.Of(plain)));
        }

        // Where one service alone is open to the outside, its health is too.
        return
            address.IsRoot
            && project.Services.Where(service => service.Ports.Count > 0).ToList() is [{ HealthPath: { } path }]
            && found.Drifts.Count == 0
            ? found.And(drifts.Of(AddressReading.Of(address.At(path)), []))
            : found;
    }

    private static Verification Load(LoadOrder order, ServiceObjective objective)
    {
        try
        {
            var result = LoadRun.Of(order);
            Console.Error.WriteLine(Quote.Text($"seaworthy: {LoadDrifts.Figures(result)}."));
            return LoadDrifts.Of(result, objective);
        }
        catch (DeployFailedException failure)
        {
            return Verification.Failed(DriftKind.Load, order.Address.Host, failure.Message);
        }
    }
}
