using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines.Programs;

/// <summary>One program through the steps of one job: what may have installed it, and where it is called before that.</summary>
internal sealed class ProgramTrail(AbsentProgram program, string job, string machine, CalledCommands called)
{
    private const int MostDepth = 5;

    // They only start what follows them.
    private static readonly HashSet<string> Transparent = new(StringComparer.Ordinal)
    {
        "sudo",
        "env",
        "timeout",
        "time",
        "nice",
        "nohup",
        "exec",
        "command",
        "stdbuf",
    };

    private readonly ProgramSigns signs = new(program);
    private readonly List<SourceSpan> places = [];
    private readonly HashSet<ShellCommand> seen = new(ReferenceEqualityComparer.Instance);
    private SourceSpan? installedBy;
    private SourceSpan? through;
    private string? calledBy;
    private string? doubt;
    private string? slightDoubt;
    private bool isSwallowed;
    private bool isRestored;

    /// <summary>What came of it; null when the job does not call the program.</summary>
    public RunnerProgramUse? Use =>
        places.Count == 0
            ? null
            : new RunnerProgramUse(program, job, machine, places)
            {
                InstalledBy = installedBy,
                UnknownBecause = doubt ?? slightDoubt,
                IsHardlyInstalled = doubt is null && slightDoubt is not null,
                CalledBy = calledBy,
                Through = through,
                IsSwallowed = isSwallowed,
            };

    // What happens after the first call that finds nothing does not matter: the job has ended.
    private bool IsDecided => places.Count > 0;

    public void Take(WorkflowStep step)
    {
        if (IsDecided)
        {
            return;
        }

        if (step.Uses is { } uses)
        {
            TakeAction(step, uses);
            return;
        }

        var runsAlways = step is { ContinueOnError: null } && step.If is null or { Raw: "always()" or "success()" or "!cancelled()" };
        TakeAll(step.Run?.Commands ?? [], runsAlways, 0);

        if (step.Run is { Commands.Count: 0 } unread && signs.Mentions(unread.Text.Raw))
        {
            installedBy ??= step.Span;
        }
    }

    private void TakeAction(WorkflowStep step, ActionReference uses)
    {
        if (Cached(step, uses) is { } cache)
        {
            Call(cache.Span, $"`cache: {program.Name}` of {uses.Raw}");
        }
        else if (signs.Names(uses.Raw))
        {
            installedBy ??= step.Span;
        }
        else if (uses.Kind != ActionReferenceKind.Repository || !AbsentPrograms.IsKnownAction(uses.Owner, uses.Name))
        {
            var why = $"{uses.Raw} may install it";
            doubt ??=
                uses.Kind == ActionReferenceKind.Repository && program.Name == "docker-compose" && AbsentPrograms.IsForOneTool(uses.Name)
                    ? null
                    : why;
            slightDoubt ??= why;
        }
        else if (step.With.Any(input => signs.Names(input.Value.Raw)) && program.Name != "docker-compose")
        {
            installedBy ??= step.Span;
        }
    }

    /// <summary>The actions that set a language up ask the package manager where its cache is, and end when there is none.</summary>
    private ExpressionTemplate? Cached(WorkflowStep step, ActionReference uses) =>
        uses.Name is "actions/setup-node" or "actions/setup-python"
        && program.Name is "pnpm" or "poetry"
        && step.If is null
        && step.ContinueOnError is null
        && step.Input("cache") is { } cache
        && cache.Literal?.Trim() == program.Name
            ? cache
            : null;

    private void TakeAll(IReadOnlyList<ShellCommand> commands, bool runsAlways, int depth)
    {
        foreach (var command in commands)
        {
            Take(command, runsAlways, depth);

            // A way out that succeeds: what follows may not run.
            runsAlways &= !(command is { Program: "exit" or "return", Words: [_] or [_, { Literal: null or "0" }, ..] });
        }
    }

    private void Take(ShellCommand command, bool runsAlways, int depth)
    {
        if (IsDecided || depth > MostDepth || !seen.Add(command))
        {
            return;
        }

        var line = CommandLine.Of(command);
        isRestored |= KnownCommand
            .Of(command)
            .OfType<PackageScriptCommand>()
            .Any(install => install is { Verb: "install", Script: null, IsGlobal: false, Packages.Count: 0 });
        if (isRestored && called.IsDependency(command, program.Name))
        {
            return;
        }

        if (Started(line) is { } word && (word.Literal == program.Name || IsSubcommand(line, word)))
        {
            if (
                runsAlways
                && command is { IsConditional: false, IsCondition: false, FailureIsMasked: false, Function: null, IsBackground: false }
                // `echo "url=$(terraform output url)"` goes on with nothing.
                && !command.IsInSubstitution
            )
            {
                Call(word.Span, null);
                isSwallowed = called.GoesOnAfter(command);
            }

            return;
        }

        Look(command, line);
        Follow(command, runsAlways, depth);
    }

    private void Follow(ShellCommand command, bool runsAlways, int depth)
    {
        if (installedBy is not null || called.Site(command) is not { } site)
        {
            return;
        }

        if (called.Of(site) is not { } inner)
        {
            doubt ??= $"`{command.Span.Line.Trim()}` may install it";
            return;
        }

        var counts = runsAlways && command is { IsConditional: false, IsCondition: false, FailureIsMasked: false, IsBackground: false };
        var before = places.Count;
        TakeAll(inner, counts, depth + 1);
        if (places.Count > before && depth == 0)
        {
            through = command.Span;
        }
    }

    private void Look(ShellCommand command, CommandLine line)
    {
        if (signs.Install(command, line))
        {
            installedBy ??= command.Span;
        }
        else if (signs.MayInstall(command, line))
        {
            doubt ??= $"`{command.Span.Line.Trim()}` may install it";
        }
    }

    /// <summary>The word that the machine looks for: the program, or the first starter that is a tool of its own.</summary>
    private static ShellWord? Started(CommandLine line) =>
        line.Wrappers.FirstOrDefault(wrapper => !Transparent.Contains(wrapper)) is { } wrapper
            ? line.Command.Words.FirstOrDefault(word => word.Literal == wrapper)
            : line.ProgramWord;

    /// <summary><c>cargo +nightly nextest run</c> is a call of <c>cargo-nextest</c>.</summary>
    private bool IsSubcommand(CommandLine line, ShellWord started) =>
        program.CargoCommand is { } subcommand
        && started.Literal == "cargo"
        && line.Arguments.FirstOrDefault(word => word.Prefix is not ['+' or '-', ..])?.Literal == subcommand;

    private void Call(SourceSpan place, string? by)
    {
        places.Add(place);
        calledBy = by;
    }
}
