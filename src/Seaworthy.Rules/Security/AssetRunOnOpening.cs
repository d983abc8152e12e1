using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Rules.Security;

/// <summary>A task of the editor runs a file that passes for a font or a picture as a program, as soon as the folder is opened.</summary>
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
            Title = "Font or picture run as a program when the folder is opened",
            Area = Area.Security,
            Severity = Severity.Critical,
            Rationale =
                "Whoever opens the folder and trusts it runs what is hidden in that file, with all rights: their tokens, keys and wallets are read. Nobody writes a font that is a program for a good end.",
            Holds = "What the editor runs by itself is no font and no picture.",
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
                        $"The task '{subject.Label}' runs {asset.Literal} as a program of {command.Program} as soon as the folder is opened: by its name it is no program, and hides what it does."
                    )
                    .Related(subject.RunsOnOpening)
                    .Remedy(
                        $"Do not open the folder in an editor that trusts it. Remove the task and {asset.Literal}, look in the history for who added them and what else they changed, and replace every key that was on a machine which opened it."
                    )
                    .VerifyGone();
                yield break;
            }
        }
    }

    /// <summary>The file that the interpreter is given as its program.</summary>
    private static ShellWord? Asset(ShellCommand command) =>
        CommandLine.Of(command) is var line
        && Interpreters.Contains(line.Program)
        && line.Arguments.FirstOrDefault(word => word.Literal is not ['-', ..] and not "run") is { Literal: { } file } script
        && Array.Exists(Assets, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? script
            : null;
}
