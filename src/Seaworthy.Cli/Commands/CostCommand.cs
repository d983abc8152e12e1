using System.CommandLine;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine.Costing;
using Seaworthy.Engine.Reporting.Costing;
using Seaworthy.Model;
using Seaworthy.Reading;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy cost</c>: what a deployment would cost by list prices, in three sizes.</summary>
internal static class CostCommand
{
    public const string Lesson = """
        Replicas, requests and limits that the repository declares win over what is assumed. An option sets its value in all three sizes.
        The figures compare orders of magnitude by dated list prices. They are no quote.

        Examples:
          seaworthy cost                              what production would cost on five providers
          seaworthy cost --traffic 2000 --storage 200 with other assumptions
          seaworthy cost --self-hosted                with stores as containers, not as services of the provider
          seaworthy cost --target k8s/overlays/prod   another target (seaworthy model lists them)
          seaworthy cost -f markdown                  with the page and the date of every price
        """;

    private static readonly Option<ReportFormat> Format = FormatOption.Create("How to write it.", ["terminal", "markdown", "json"]);

    private static readonly Option<string?> Target = new("--target")
    {
        Description = "The target to price; unless told, the one for production.",
        HelpName = "name",
    };

    private static readonly Option<bool> SelfHosted = new("--self-hosted")
    {
        Description = "Stores as containers with a disk, also where the provider runs them as a service.",
    };

    private static readonly Option<int?> Replicas = new("--replicas") { Description = "Replicas of a service.", HelpName = "count" };

    private static readonly Option<decimal?> Processors = Amount("--cpu", "vCPU of a replica of a service.", "count");

    private static readonly Option<decimal?> Memory = Amount("--memory", "GB of memory of a replica of a service.", "GB");

    private static readonly Option<decimal?> Storage = Amount("--storage", "GB of disk of a store.", "GB");

    private static readonly Option<decimal?> Traffic = Amount("--traffic", "GB to the internet in a month.", "GB");

    public static Command Create()
    {
        RepositoryArguments repository = new();
        Replicas.Validators.Add(result => Refuse(() => result.GetValueOrDefault<int?>(), "--replicas", result.AddError));
        Command command = new("cost", "Compare what it would cost on five providers, in three sizes, by dated list prices.")
        {
            Format,
            Target,
            Replicas,
            Processors,
            Memory,
            Storage,
            Traffic,
            SelfHosted,
        };
        repository.AddTo(command);
        command.SetAction(parsed => Run(parsed, repository));
        return command;
    }

    private static Option<decimal?> Amount(string name, string description, string unit)
    {
        Option<decimal?> option = new(name) { Description = description, HelpName = unit };
        option.Validators.Add(result => Refuse(() => result.GetValueOrDefault<decimal?>(), name, result.AddError));
        return option;
    }

    private static void Refuse(Func<decimal?> value, string option, Action<string> complain)
    {
        try
        {
            if (value() is not (< 0 or > 1_000_000))
            {
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // No number, or one beyond all bounds.
        }

        complain($"{option} is to be from 0 to 1000000.");
    }

    private static int Run(ParseResult parsed, RepositoryArguments arguments)
    {
        using var repository = arguments.Open(parsed);
        if (repository is null)
        {
            return ExitCode.Usage;
        }

        var reading = new DeploymentReader().Read(repository.Repository);
        var target = parsed.GetValue(Target);
        var estimate = CostEstimate.Of(reading.Deployment, target, Sizes(parsed));
        if (estimate is null && target is not null)
        {
            Console.Error.WriteLine($"seaworthy: there is no target '{target}'.{Known(reading.Deployment)}");
            return ExitCode.Usage;
        }

        Write(estimate is null ? null : estimate with { IsSelfHosted = parsed.GetValue(SelfHosted) }, parsed.GetValue(Format));
        return reading.Diagnostics.Any(diagnostic => diagnostic.IsIncomplete) ? ExitCode.Incomplete : ExitCode.Fit;
    }

    private static string Known(Deployment deployment) =>
        deployment.Targets.Count > 0 ? $" There is {string.Join(", ", deployment.Targets.Select(target => target.Name))}." : "";

    private static IReadOnlyList<CostSize> Sizes(ParseResult parsed) =>
        [
            .. CostSize.All.Select(size =>
                size with
                {
                    Replicas = parsed.GetValue(Replicas) ?? size.Replicas,
                    Processors = parsed.GetValue(Processors) ?? size.Processors,
                    Memory = parsed.GetValue(Memory) ?? size.Memory,
                    Storage = parsed.GetValue(Storage) ?? size.Storage,
                    Traffic = parsed.GetValue(Traffic) ?? size.Traffic,
                }
            ),
        ];

    private static void Write(CostEstimate? estimate, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                StandardOutput.WriteJson(output => CostJson.Write(estimate, output));
                break;
            case ReportFormat.Markdown:
                CostMarkdown.Write(estimate, Console.Out);
                break;
            default:
                new TerminalCost(TerminalConsole.Create()).Write(estimate);
                break;
        }
    }
}
