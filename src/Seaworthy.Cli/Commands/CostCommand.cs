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
        Replicas, requests and limits of the repository win over assumptions. An option sets its value in all three sizes.
        The figures show orders of magnitude; they are no quote.

        Examples:
          seaworthy cost                               production on five providers
          seaworthy cost --traffic 2000 --storage 200  with other assumptions
          seaworthy cost --self-hosted                 stores as containers
          seaworthy cost --target k8s/overlays/prod    another target ('seaworthy model' lists them)
          seaworthy cost -f markdown                   with source and date of every price
        """;

    private static readonly Option<ReportFormat> Format = FormatOption.Create("Output format.", ["terminal", "markdown", "json"]);

    private static readonly Option<string?> Target = new("--target")
    {
        Description = "Target to price. [default: the one for production]",
        HelpName = "name",
    };

    private static readonly Option<bool> SelfHosted = new("--self-hosted")
    {
        Description = "Run stores as containers instead of managed services.",
    };

    private static readonly Option<int?> Replicas = new("--replicas") { Description = "Replicas per service.", HelpName = "count" };

    private static readonly Option<decimal?> Processors = Amount("--cpu", "vCPUs per replica.", "count");

    private static readonly Option<decimal?> Memory = Amount("--memory", "GB of memory per replica.", "GB");

    private static readonly Option<decimal?> Storage = Amount("--storage", "GB of disk per store.", "GB");

    private static readonly Option<decimal?> Traffic = Amount("--traffic", "GB sent to the internet per month.", "GB");

    public static Command Create()
    {
        RepositoryArguments repository = new();
        Replicas.Validators.Add(result => Refuse(() => result.GetValueOrDefault<int?>(), "--replicas", result.AddError));
        Command command = new("cost", "Estimate the cost on five providers, by dated list prices.")
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

        complain($"{option} takes a number from 0 to 1000000.");
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
