using System.CommandLine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Tracing;
using Seaworthy.Engine.Wiring;
using Seaworthy.Model;
using Seaworthy.Reading;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy model</c>: the deployment as it was joined, which explains a verdict.</summary>
internal static class ModelCommand
{
    public const string Lesson = """
        port, env and service end with 1 when nothing is found.

        Examples:
          seaworthy model                       everything, as JSON
          seaworthy model --mermaid ../shop     the wiring as a flowchart for Markdown
          seaworthy model --dot | dot -Tsvg     the same for Graphviz
          seaworthy model port 8080             every place that uses a port
          seaworthy model env DATABASE_URL      where a variable is set and read
          seaworthy model service backend       what a service runs, gets and calls, and its callers
        """;

    private static readonly Option<bool> Mermaid = new("--mermaid") { Description = "Print the wiring as a Mermaid flowchart." };

    private static readonly Option<bool> Dot = new("--dot") { Description = "Print the wiring for Graphviz." };

    public static Command Create()
    {
        RepositoryArguments repository = new();
        Command command = new("model", "Print the joined model: JSON, a graph, or one port, variable or service.")
        {
            Mermaid,
            Dot,
            Question("port", "number", "Show every place that uses a port.", PortAnswer),
            Question("env", "name", "Show where an environment variable is set and read.", VariableAnswer),
            Question("service", "name", "Show what a service runs, gets and calls, and its callers.", ServiceAnswer),
        };
        repository.AddTo(command);
        command.SetAction(parsed => Run(parsed, repository, deployment => Print(parsed, deployment)));
        return command;
    }

    private static Command Question(string name, string what, string description, Func<Deployment, string, Answer> ask)
    {
        RepositoryArguments repository = new();
        Argument<string> asked = new(what)
        {
            Description = name == "port" ? "Port number." : $"Name of the {(name == "env" ? "variable" : name)}.",
        };
        Command command = new(name, description) { asked };
        repository.AddTo(command);
        command.SetAction(parsed =>
            Run(
                parsed,
                repository,
                deployment =>
                {
                    var answer = ask(deployment, parsed.GetValue(asked) ?? "");
                    if (answer.Lines.Count == 0)
                    {
                        Console.Error.WriteLine($"seaworthy: {answer.Otherwise}");
                        return answer.Code;
                    }

                    TraceText.Write(deployment, answer.Lines, Console.Out);
                    return ExitCode.Fit;
                }
            )
        );
        return command;
    }

    private static Answer PortAnswer(Deployment deployment, string asked) =>
        int.TryParse(asked, out var port) && port is > 0 and < 65536
            ? new Answer([.. PortTrace.Of(deployment, port)], $"nothing listens on or publishes port {port}.")
            : new Answer([], $"'{asked}' is no port: name a number from 1 to 65535.", ExitCode.Usage);

    private static Answer VariableAnswer(Deployment deployment, string asked) =>
        new(
            [.. VariableTrace.Of(deployment, asked)],
            $"nothing writes, gives or reads {asked}.{Known(asked, VariableTrace.Names(deployment))}"
        );

    private static Answer ServiceAnswer(Deployment deployment, string asked) =>
        new([.. ServiceTrace.Of(deployment, asked)], $"no target runs a service {asked}.{Known(asked, ServiceTrace.Names(deployment))}");

    /// <summary>The names that come near, or all of them when they are few.</summary>
    private static string Known(string asked, IEnumerable<string> names)
    {
        const int Few = 12;
        var all = names.Order(StringComparer.Ordinal).ToList();
        var near = all.Where(name =>
                name.Contains(asked, StringComparison.OrdinalIgnoreCase) || asked.Contains(name, StringComparison.OrdinalIgnoreCase)
            )
            .Take(Few)
            .ToList();
        var named =
            near.Count > 0 ? near
            : all.Count <= Few ? all
            : [];
        return named.Count > 0 ? $" There is {string.Join(", ", named)}." : "";
    }

    private static int Print(ParseResult parsed, Deployment deployment)
    {
        if (parsed.GetValue(Mermaid))
        {
            MermaidGraph.Write(WiringGraph.Of(deployment), Console.Out);
        }
        else if (parsed.GetValue(Dot))
        {
            DotGraph.Write(WiringGraph.Of(deployment), Console.Out);
        }
        else
        {
            StandardOutput.WriteJson(output => ModelJson.Write(deployment, output));
        }

        return ExitCode.Fit;
    }

    private static int Run(ParseResult parsed, RepositoryArguments arguments, Func<Deployment, int> answer)
    {
        using var opened = arguments.Open(parsed);
        if (opened is null)
        {
            return ExitCode.Usage;
        }

        var repository = opened.Repository;
        var listing = repository.List();
        // What is reported of the world outside is part of the model; a configuration that is faulty is the audit's to complain of.
        var reading = new DeploymentReader(
            (opened.IsForeign ? AuditSettings.None : SettingsReading.In(repository, listing.Tree)).Facts
        ).Read(repository, listing);
        var code = answer(reading.Deployment);
        return code == ExitCode.Fit && reading.Diagnostics.Any(diagnostic => diagnostic.IsIncomplete) ? ExitCode.Incomplete : code;
    }

    /// <summary>The places, and what to say when there are none; that makes 1, as <c>grep</c> ends.</summary>
    private sealed record Answer(IReadOnlyList<TraceLine> Lines, string Otherwise, int Code = ExitCode.Findings);
}
