using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines.Programs;

/// <summary>What shows that a step or a command puts a program in place.</summary>
internal sealed class ProgramSigns(AbsentProgram program)
{
    // They name things without making them.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "echo",
        "printf",
        "cd",
        "ls",
        "cat",
        "docker",
        "git",
        "kubectl",
        "grep",
        "mkdir",
    };

    // They install what a file of theirs lists.
    private static readonly HashSet<string> Installers = new(StringComparer.Ordinal)
    {
        "mise",
        "asdf",
        "devbox",
        "nix",
        "nix-shell",
        "volta",
        "proto",
        "brew",
        "ansible-playbook",
        "nix-env",
        "flox",
        "pkgx",
    };

    public bool Names(string text) =>
        text.Contains(program.Name, StringComparison.OrdinalIgnoreCase)
        || program.Traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase));

    // docker-compose.yml is no trace of the program; of others every mention is taken for one.
    public bool Mentions(string text) =>
        program.Name == "docker-compose"
            ? WholeWords.Find(text, program.Name, letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_').Any()
            : Names(text);

    /// <summary>It names the program, and does more than name it.</summary>
    public bool Install(ShellCommand command, CommandLine line) =>
        !(Harmless.Contains(line.Program) && command.Redirects.Count == 0) && Mentions(command.Span.Text);

    public bool MayInstall(ShellCommand command, CommandLine line) =>
        Installers.Contains(line.Program)
        || command.Assignments.Any(assignment => assignment.Name == "PATH")
        || command.Span.Text.Contains("GITHUB_PATH", StringComparison.Ordinal)
        || (KnownCommand.Of(command).OfType<PackageInstallCommand>().FirstOrDefault() is { } install && MayBring(install));

    private bool MayBring(PackageInstallCommand install) =>
        install.Packages.Any(package => package.Literal is null)
        || (program.IsPython && (install.RequirementFiles.Count > 0 || install.ConstraintFiles.Count > 0 || install.Directories.Count > 0));
}
