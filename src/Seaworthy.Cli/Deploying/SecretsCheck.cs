using System.CommandLine;
using Seaworthy.Deploying.Secrets;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy secrets check</c>: names that are asked for, held against those that are set. No value is shown.</summary>
internal static class SecretsCheck
{
    public static int Run(ParseResult parsed, DeployArguments arguments, SecretsArguments secrets)
    {
        using var opened = arguments.Open(parsed);
        if (opened is null)
        {
            return ExitCode.Usage;
        }

        var values = secrets.Read(parsed, opened.Root, arguments.Environment(parsed));
        var deployment = arguments.Read(parsed, opened);
        if (arguments.Target(parsed, deployment, opened.Root, values) is not { } target)
        {
            return ExitCode.Usage;
        }

        var missing = Missing(target, deployment).ToList();
        var placeholders = Placeholders(values).ToList();
        Write("missing", missing);
        Write("placeholder", placeholders);
        Write(
            "not set",
            Blank(target).Where(name => !SecretNames.IsSecret(name)).Select(name => $"{name}, and Compose puts nothing in its place")
        );
        Write("unused", values.Values.Keys.Except(target.Rendered.Used).Select(name => $"{name}, which {target.Stack.Name} does not name"));
        if (missing.Count + placeholders.Count > 0)
        {
            return ExitCode.Findings;
        }

        Console.Out.WriteLine(Quote.Text($"Every secret that {target.Stack.Name} asks for is set."));
        return ExitCode.Fit;
    }

    private static IEnumerable<string> Missing(DeployTarget target, Deployment deployment) =>
        target
            .Rendered.Missing.Select(name => $"{name}, which {target.Stack.Name} requires")
            .Concat(
                Blank(target)
                    .Where(name => SecretNames.IsSecret(name))
                    .Select(name => $"{name}, for which {target.Stack.Name} puts nothing")
            )
            .Concat(OfCode(target, deployment));

    private static IEnumerable<string> Blank(DeployTarget target) => target.Rendered.Blank.Except(target.Rendered.Missing);

    /// <summary>What a program of the target cannot start without, and its service is not given.</summary>
    private static IEnumerable<string> OfCode(DeployTarget target, Deployment deployment) =>
        deployment
            .Variables.Where(variables => target.Target.Workloads.Contains(variables.Workload))
            .SelectMany(variables => variables.Uses)
            .Where(use => use is { Demand: Demand.Required, Supply: null, UndecidedBecause: null, IsBuildTime: false })
            .Select(use =>
                $"{use.Name}, without which {use.Workload.Name} stops ({use.Strongest.Span}); name it in its 'environment' in {target.Stack.Name}"
            );

    private static IEnumerable<string> Placeholders(SecretValues values) =>
        values
            .Values.Where(pair =>
                string.IsNullOrWhiteSpace(pair.Value)
                || SecretNames.AsksForAnother(pair.Value)
                || (SecretNames.IsSecret(pair.Key) && SecretNames.IsPlaceholder(pair.Value))
            )
            .Select(pair => $"{pair.Key}, whose value only stands for one");

    private static void Write(string kind, IEnumerable<string> lines)
    {
        foreach (var line in lines.Order(StringComparer.Ordinal))
        {
            Console.Out.WriteLine(Quote.Text($"{kind, -11}  {line}."));
        }
    }
}
