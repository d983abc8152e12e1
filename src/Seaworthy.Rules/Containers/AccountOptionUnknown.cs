using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>A Dockerfile makes a user with options of another system's program.</summary>
/// <remarks>
/// Sources: BusyBox, "adduser", "addgroup" (the long options of loginutils/adduser.c); Debian, adduser(8): Getopt::Long takes shortened names, and refuses those that fit several;
/// shadow, useradd(8) and groupadd(8): one name.
/// </remarks>
internal sealed class AccountOptionUnknown : Rule<AccountOptionUnknown.Creation>
{
    private static readonly OptionGrammar Shadow = new(
        "-u --uid -g --gid -G --groups -s --shell -d --home -h --home-dir -c --comment --gecos -k --skel -b --base-dir -e --expiredate -f --inactive -p --password -K --key -P --prefix -R --root -Z --selinux-user"
    );

    private static readonly string[] OfBusybox =
    [
        "home",
        "gecos",
        "shell",
        "ingroup",
        "system",
        "disabled-password",
        "empty-password",
        "no-create-home",
        "uid",
        "skel",
        "gid",
        "help",
    ];

    // Letters of BusyBox that Debian's adduser cannot tell apart: -D may be --disabled-password or --disabled-login.
    private static readonly string[] Ambiguous = ["-D", "-S", "-G", "-g", "-s"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/account-option-unknown",
            Title = "Wrong adduser options",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "`adduser` of Alpine and of Debian are different programs: each prints its usage for the other's options, and the build fails.",
            Holds = "The options belong to the program of the base image.",
        };

    public override IEnumerable<Creation> Subjects(Deployment deployment) =>
        from image in deployment.Images
        from stage in image.Stages
        let system = stage.PublicBase?.System ?? BaseSystem.Unknown
        from command in stage.Commands
        let line = CommandLine.Of(command.Command)
        where command.IsDemanded && line.Program is "adduser" or "addgroup" or "useradd" or "groupadd"
        where system is BaseSystem.Alpine or BaseSystem.Debian or BaseSystem.DebianFull or BaseSystem.Ubuntu
        select new Creation(image.Name, line, system == BaseSystem.Alpine, stage.Declared.Span);

    protected override Subject Identify(Creation subject) => new(subject.Dockerfile, subject.Line.Command.Span);

    protected override IEnumerable<Verdict> Check(Creation subject, Deployment deployment)
    {
        var (dockerfile, line, isBusybox, stage) = subject;
        if (Refused(line, isBusybox) is not { } refused)
        {
            yield break;
        }

        yield return Fail(line.Command.Span, $"{dockerfile} runs `{line.Program}` {refused.What}, which {refused.Program} refuses.")
            .Related(stage, "the base image")
            .Remedy($"{refused.Remedy} in {line.Command.Span}.")
            .Verify(BuiltImage.Build(dockerfile, deployment));
    }

    private static Refusal? Refused(CommandLine line, bool isBusybox)
    {
        if (line.Program is "useradd" or "groupadd")
        {
            // On Alpine the package shadow brings them.
            var operands = line.Options(Shadow).Operands;
            return operands is [{ Literal: { } one }, { Literal: { } other }, ..]
                ? new Refusal($"with two names, `{one}` and `{other}`", "it", $"Remove `{other}`")
                : null;
        }

        return isBusybox ? OfAlpine(line) : OfDebian(line);
    }

    private static Refusal? OfAlpine(CommandLine line) =>
        line.Arguments.FirstOrDefault(word => word.Literal is ['-', '-', _, ..] && !OfBusybox.Contains(word.Prefix[2..].Split('=')[0]))
            is { Literal: { } option }
            ? new Refusal($"with `{option.Split('=')[0]}`", "BusyBox", "Write `addgroup -S NAME && adduser -S -G NAME NAME`")
            : null;

    private static Refusal? OfDebian(CommandLine line) =>
        line.Arguments.FirstOrDefault(word => word.Literal is { } text && Array.Exists(Ambiguous, text.Equals)) is { Literal: { } option }
        && (line.Program == "adduser" || option is "-S")
            ? new Refusal(
                $"with `{option}`",
                "Debian's program",
                line.Program == "adduser" ? "Write `adduser --system --group NAME`, or `useradd -r NAME`" : "Write `addgroup --system NAME`"
            )
            : null;

    /// <summary>A command that makes a user or a group.</summary>
    internal sealed record Creation(string Dockerfile, CommandLine Line, bool IsBusybox, SourceSpan Stage);

    private sealed record Refusal(string What, string Program, string Remedy);
}
