using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Rules.Security;

/// <summary>An editor task runs a file named like a font or an image as a program when the folder is opened.</summary>
internal sealed class AssetRunOnOpening : Rule<EditorTask>
{
    private static readonly HashSet<string> Interpreters = new(StringComparer.OrdinalIgnoreCase)
    {
        "node",
        "nodejs",
        "node.exe",
        "bun",
        "deno",
        "python",
        "python3",
        "python.exe",
        "py",
        "bash",
        "sh",
        "zsh",
        "ruby",
        "perl",
        "php",
        "pwsh",
        "powershell",
        "powershell.exe",
        "wscript",
        "cscript",
        "mshta",
    };

    private static readonly string[] Assets =
    [
        .. ".woff .woff2 .ttf .otf .eot .png .jpg .jpeg .gif .svg .ico .webp .bmp .avif .mp3 .mp4 .wav .webm .pdf".Split(' '),
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/asset-run-on-opening",
            Title = "Disguised program in editor task",
            Area = Area.Security,
            Severity = Severity.Critical,
            Rationale =
                "Opening and trusting the folder runs the hidden code with all rights of the user: tokens, keys and wallets can be stolen.",
            Holds = "The editor runs no font or image on opening.",
        };

    public override IEnumerable<EditorTask> Subjects(Deployment deployment) =>
        deployment.Of<EditorTasks>().SelectMany(file => file.Tasks).Where(task => task.RunsOnOpening is not null);

    protected override Subject Identify(EditorTask subject) => new(subject.Label, subject.Span);

    protected override IEnumerable<Verdict> Check(EditorTask subject, Deployment deployment)
    {
        foreach (var command in subject.Commands)
        {
            if (Asset(command) is { } asset)
            {
                yield return Fail(
                        command.Span,
                        $"The task '{subject.Label}' runs `{asset.Literal}` with {command.Program} when the folder is opened, although its name is not a program's."
                    )
                    .Related(subject.RunsOnOpening)
                    .Remedy(
                        $"Do not open the folder in an editor that trusts it. Remove the task and {asset.Literal}, check in the history who added them and what else they changed, and replace every key on machines that opened it."
                    )
                    .VerifyGone();
                yield break;
            }
        }
    }

    /// <summary>The file that the interpreter runs.</summary>
    private static ShellWord? Asset(ShellCommand command) =>
        CommandLine.Of(command) is var line
        && Interpreters.Contains(line.Program)
        && line.Arguments.FirstOrDefault(word => word.Literal is not ['-', ..] and not "run") is { Literal: { } file } script
        && Array.Exists(Assets, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? script
            : null;
}
