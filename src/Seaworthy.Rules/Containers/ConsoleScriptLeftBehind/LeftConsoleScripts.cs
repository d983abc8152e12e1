using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Rules.Containers;

/// <summary>Programs of Python packages whose modules are copied from another stage: pip writes them to <c>/usr/local/bin</c>, beside the modules.</summary>
/// <remarks>Source: Python Packaging User Guide, "Entry points specification"; sysconfig, "scripts".</remarks>
internal static class LeftConsoleScripts
{
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "mkdir",
        "touch",
        "curl",
        "wget",
        "cp",
        "mv",
        "ln",
        "python",
        "python3",
    };

    public static IReadOnlyList<LeftConsoleScript> Link(Deployment deployment) =>
        [.. deployment.Startups.Select(Of).OfType<LeftConsoleScript>().DistinctBy(found => found.Span)];

    private static LeftConsoleScript? Of(Startup startup)
    {
        if (
            startup is not { Image: { Final.PublicBase.Name: "python" } image, Start: { } start }
            || start.Whole.FirstOrDefault(command => command.Words.Count > 0) is not { IsConditional: false, FailureIsMasked: false } first
            || first.Words[0].Literal is not { } program
            || !PythonPrograms.Contains(program)
            || image.Environment.Any(variable => variable.Name == "PATH")
        )
        {
            return null;
        }

        var layers = image.Down(image.Final).ToList();
        var copies = layers.SelectMany(stage => stage.Declared.Instructions).OfType<DockerInstruction.Copy>().ToList();
        return
            copies.Find(copy => copy.From is not null && Destination(copy).EndsWith("/site-packages", StringComparison.Ordinal))
                is not { } packages
            ? null
            : new LeftConsoleScript(startup.Subject, program, startup.Span, packages.Span)
            {
                IsThere =
                    copies.Exists(copy => MayBring(copy, program))
                    || layers.SelectMany(stage => stage.Commands).Any(command => MayInstall(command.Command)),
            };
    }

    private static bool MayBring(DockerInstruction.Copy copy, string program) =>
        Destination(copy) is var to
        && (
            to is "" or "/usr" or "/usr/local"
            || to.Contains("/bin", StringComparison.Ordinal)
            || to.Contains('$', StringComparison.Ordinal)
            || to.EndsWith("/" + program, StringComparison.Ordinal)
        );

    private static bool MayInstall(ShellCommand command) =>
        CommandLine.Of(command).Program is var program
        && program.Length > 0
        && !HarmlessPrograms.Contains(program)
        && !Others.Contains(program);

    private static string Destination(DockerInstruction.Copy copy) => copy.Destination?.Raw.TrimEnd('/') ?? "$";
}
