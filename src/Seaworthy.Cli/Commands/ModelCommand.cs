using System.CommandLine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy model</c>: the deployment as it was joined, for whoever asks why a verdict says what it says.</summary>
internal static class ModelCommand
{
    private static readonly RepositoryArguments Repository = new();

    public static Command Create()
    {
        Command command = new("model", "Print the joined model as JSON: what was read, and how it was linked.");
        Repository.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var repository = Repository.Open(parsed);
        if (repository is null)
        {
            return ExitCode.Usage;
        }

        var reading = new DeploymentReader().Read(repository);
        using var output = Console.OpenStandardOutput();
        ModelJson.Write(reading.Deployment, output);
        output.Write("\n"u8);
        return reading.Diagnostics.Any(diagnostic => diagnostic.IsIncomplete) ? ExitCode.Incomplete : ExitCode.Fit;
    }
}
