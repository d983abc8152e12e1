using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Walks the tree in the order of execution and writes down every simple command with what holds for it there.</summary>
internal sealed class ShellFlow
{
    private const int DepthOfCalls = 4;

    private readonly Dictionary<string, ShellNode> functions = new(StringComparer.Ordinal);
    private readonly List<ShellCommand> commands = [];
    private readonly List<ShellCommand> computations = [];
    private readonly List<Fact<string>> functionNames = [];
    private readonly FunctionCalls calls;
    private readonly MaskedFailures masks;

    // Functions that change the directory of their caller. Following them costs a walk per call, so there is a limit.
    private readonly Dictionary<string, ShellNode> moving = new(StringComparer.Ordinal);
    private int probesLeft = 256;
    private bool isSilent;

    private ShellFlow(FunctionCalls calls)
    {
        this.calls = calls;
        masks = new MaskedFailures(functions);
    }

    public static ShellRun Run(ShellNode.Sequence script, bool stopsOnError, bool failsOnPipe)
    {
        // Each walk learns where functions are called from, which is where their bodies run; one that calls another needs one walk more.
        ShellFlow flow = new(FunctionCalls.Unknown);
        flow.Walk(script, new FlowState(Start, stopsOnError, failsOnPipe), new FlowContext());
        for (var round = 0; round < DepthOfCalls && flow.functions.Count > 0; round++)
        {
            var calls = FunctionCalls.Of(flow.commands, flow.functions.Keys);
            if (round > 0 && calls.Known == flow.calls.Known)
            {
                break;
            }

            flow = new ShellFlow(calls);
            flow.Walk(script, new FlowState(Start, stopsOnError, failsOnPipe), new FlowContext());
        }

        return new ShellRun(flow.commands, flow.computations, flow.functionNames);
    }

    private static ShellDirectory Start { get; } = new(ShellDirectoryBase.Start, "");

    private void Walk(ShellNode node, FlowState state, FlowContext context)
    {
        switch (node)
        {
            case ShellNode.Simple simple:
                Emit(simple, state, context, ";");
                break;
            case ShellNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Walk(item, state, context);
                }

                break;
            case ShellNode.AndOr list:
                WalkAndOr(list, state, context);
                break;
            default:
                WalkCompound(node, state, context, ";");
                break;
        }
    }

    private void WalkAndOr(ShellNode.AndOr list, FlowState state, FlowContext context)
    {
        var masked = masks.Of(list);
        var fallbacks = Fallbacks(list);
        var own = list.IsBackground ? state.Copy() : state;
        var current = context with { IsBackground = context.IsBackground || list.IsBackground };
        FlowState? beforeFailure = null;
        for (var index = 0; index < list.Items.Count; index++)
        {
            var (joint, pipeline) = list.Items[index];
            var item = current with
            {
                IsMasked = context.IsMasked || masked[index],
                HasFallback = context.HasFallback || fallbacks[index],
                IsConditional = current.IsConditional || joint == "||",
                IsTested = context.IsTested || index < list.Items.Count - 1 || pipeline.IsNegated,
            };

            // After ||, the left side has failed: its change of directory does not hold, and the right side may not run.
            var branch = joint == "||" ? (beforeFailure ?? own).Copy() : own;
            beforeFailure = own.Copy();
            WalkPipeline(pipeline, branch, item, joint);
            if (item.IsConditional && !context.IsConditional && joint == "&&")
            {
                own.Join(beforeFailure);
            }
            else if (joint == "||" && !Leaves(pipeline))
            {
                own.Join(branch);
            }

            if (pipeline.IsNegated || IsTest(pipeline))
            {
                current = current with { IsConditional = true };
            }
        }
    }

    private void WalkPipeline(ShellNode.Pipeline pipeline, FlowState state, FlowContext context, string joint)
    {
        var isSingle = pipeline.Stages.Count == 1;
        foreach (var stage in pipeline.Stages)
        {
            var own = isSingle ? state : state.Copy();
            if (stage is ShellNode.Simple simple)
            {
                Emit(simple, own, context, joint);
                Lose(pipeline, stage, own);
            }
            else
            {
                WalkCompound(stage, own, context, joint);
            }

            joint = "|";
        }
    }

    private void Lose(ShellNode.Pipeline pipeline, ShellNode stage, FlowState state)
    {
        if (!isSilent && !state.FailsOnPipe && pipeline.Stages[^1] is ShellNode.Simple last && !ReferenceEquals(last, stage))
        {
            commands[^1] = commands[^1] with { LostTo = [.. last.Words.Select(word => word.Word)] };
        }
    }

    private void WalkCompound(ShellNode node, FlowState state, FlowContext context, string joint)
    {
        EmitRedirects(node, state, context);
        switch (node)
        {
            case ShellNode.Group group:
                WalkGroup(group, group.IsSubshell ? state.Copy() : state, context, joint);
                break;
            case ShellNode.Arithmetic arithmetic:
                Compute(arithmetic, state, context, joint);
                break;
            case ShellNode.If branches:
                WalkIf(branches, state, context);
                break;
            case ShellNode.Loop loop:
                WalkLoop(loop, state, context);
                break;
            case ShellNode.Case choice:
                WalkCase(choice, state, context);
                break;
            case ShellNode.Function function:
                WalkFunction(function, state, context);
                break;
            default:
                Walk(node, state, context);
                break;
        }
    }

    private void Compute(ShellNode.Arithmetic node, FlowState state, FlowContext context, string joint)
    {
        if (!isSilent)
        {
            computations.Add(CommandBuilder.Build(new ShellNode.Simple([], [], node.Span), state, context, joint));
        }
    }

    private void WalkGroup(ShellNode.Group group, FlowState state, FlowContext context, string joint)
    {
        var first = commands.Count;
        Walk(group.Body, state, context);
        if (joint != ";" && first < commands.Count)
        {
            commands[first] = commands[first] with { Joint = joint };
        }
    }

    private void WalkIf(ShellNode.If node, FlowState state, FlowContext context)
    {
        List<FlowState> ends = [];
        var hasElse = false;
        foreach (var (condition, body) in node.Branches)
        {
            if (condition is not null)
            {
                Walk(
                    condition,
                    state,
                    context with
                    {
                        IsCondition = true,
                        IsTested = true,
                        IsConditional = context.IsConditional || ends.Count > 0,
                    }
                );
            }

            hasElse |= condition is null;
            var branch = state.Copy();
            Walk(body, branch, context with { IsConditional = true });
            if (!Leaves(body))
            {
                ends.Add(branch);
            }
        }

        JoinBranches(state, ends, hasElse);
    }

    private void WalkCase(ShellNode.Case node, FlowState state, FlowContext context)
    {
        EmitInner(node.Subject?.Inner, state, context);
        List<FlowState> ends = [];
        foreach (var (patterns, body) in node.Arms)
        {
            var branch = state.Copy();
            var arm = node.Subject is { } subject ? new ShellArm(subject.Word.Raw, patterns) : null;
            Walk(body, branch, context with { IsConditional = true, Arm = arm });
            if (!Leaves(body))
            {
                ends.Add(branch);
            }
        }

        JoinBranches(state, ends, isComplete: false);
    }

    private static void JoinBranches(FlowState state, List<FlowState> ends, bool isComplete)
    {
        if (isComplete && ends is [var only])
        {
            state.Directory = only.Directory;
        }
        else if (isComplete && ends.Count > 0 && ends.TrueForAll(end => end.Directory == ends[0].Directory))
        {
            state.Directory = ends[0].Directory;
        }

        foreach (var end in ends)
        {
            state.Join(end);
        }
    }

    private void WalkLoop(ShellNode.Loop loop, FlowState state, FlowContext context)
    {
        foreach (var word in loop.Words)
        {
            EmitInner(word.Inner, state, context);
        }

        if (loop.Variable is { } variable)
        {
            state.Set(variable, FlowValue.Unknown);
        }

        var before = state.Directory;
        var inside = context with { Loop = loop.Keyword };
        if (loop.Condition is { } condition)
        {
            Walk(condition, state, inside with { IsCondition = true, IsTested = true });
        }

        // A body that leaves the directory changed starts its second round elsewhere: walked silently once to find that out.
        var round = state.Copy();
        if (Probe(loop.Body, round.Copy(), inside).Directory != before)
        {
            round.Directory = null;
        }

        Walk(loop.Body, round, inside with { IsConditional = true });
        state.Join(round);
    }

    private void WalkFunction(ShellNode.Function node, FlowState state, FlowContext context)
    {
        if (!isSilent)
        {
            functions[node.Name] = node.Body;
            functionNames.Add(new Fact<string>(node.Name, node.NameSpan));
        }

        var body = state.Copy();
        body.Directory = calls.DirectoryOf(node.Name);
        body.StopsOnError = calls.StopsOnError(node.Name, state.StopsOnError);
        var first = commands.Count;
        Walk(node.Body, body, new FlowContext { Function = node.Name, IsMasked = context.IsMasked });
        if (!isSilent && commands.Skip(first).Any(command => command.Program is "cd" or "pushd" or "popd"))
        {
            moving[node.Name] = node.Body;
        }
    }

    private FlowState Probe(ShellNode node, FlowState state, FlowContext context)
    {
        if (isSilent)
        {
            return state;
        }

        isSilent = true;
        Walk(node, state, context);
        isSilent = false;
        return state;
    }

    private void Emit(ShellNode.Simple simple, FlowState state, FlowContext context, string joint)
    {
        foreach (var assignment in simple.Assignments)
        {
            EmitInner(assignment.Value?.Inner, state, context);
        }

        foreach (var word in simple.Words)
        {
            EmitInner(word.Inner, state, context);
        }

        EmitRedirects(simple, state, context);
        var command = CommandBuilder.Build(simple, state, context, joint);
        if (!isSilent)
        {
            commands.Add(command);
        }

        FlowEffects.Apply(command, state);
        if (!isSilent && moving.TryGetValue(command.Program, out var body) && --probesLeft > 0)
        {
            state.Directory = Probe(body, state.Copy(), context).Directory;
        }
    }

    private void EmitRedirects(ShellNode node, FlowState state, FlowContext context)
    {
        foreach (var redirect in node.Redirects)
        {
            EmitInner(redirect.Target.Inner, state, context);
            EmitInner(redirect.Inner, state, context);
        }
    }

    private void EmitInner(IReadOnlyList<ShellNode.Sequence>? inner, FlowState state, FlowContext context)
    {
        foreach (var sequence in inner ?? [])
        {
            Walk(sequence, state.Copy(), context with { IsInSubstitution = true, IsConditional = false, IsCondition = false });
        }
    }

    /// <summary>For each pipeline of an and-or list: whether another one is tried where it fails.</summary>
    private bool[] Fallbacks(ShellNode.AndOr list)
    {
        var found = new bool[list.Items.Count];
        for (var index = list.Items.Count - 2; index >= 0; index--)
        {
            var (joint, next) = list.Items[index + 1];
            found[index] = joint == "||" ? !Ends(next) : found[index + 1];
        }

        return found;
    }

    /// <summary>Leaves the script, or fails for certain: by itself, or by a function that does.</summary>
    private bool Ends(ShellNode.Pipeline pipeline) =>
        Leaves(pipeline)
        || pipeline.Stages is [ShellNode.Simple { Words: [{ Word.Literal: { } name }, ..] }]
            && (name == "false" || (functions.TryGetValue(name, out var body) && Leaves(body)));

    /// <summary>Ends the script or the function: nothing after it runs on this way.</summary>
    private static bool Leaves(ShellNode node) =>
        node switch
        {
            ShellNode.Simple { Words: [{ Word.Literal: "exit" or "return" or "continue" or "break" or "exec" or "die" }, ..] } => true,
            ShellNode.Pipeline { Stages: [var only] } => Leaves(only),
            ShellNode.AndOr { Items: [var only] } => Leaves(only.Pipeline),
            ShellNode.Sequence { Items: [.., var last] } => Leaves(last),
            ShellNode.Group group => Leaves(group.Body),
            _ => false,
        };

    private static bool IsTest(ShellNode.Pipeline pipeline) =>
        pipeline.Stages is [.., ShellNode.Simple { Words: [{ Word.Literal: { } program }, ..] words }]
        && program switch
        {
            "[" or "[[" or "test" or "which" or "type" or "hash" or "grep" or "pgrep" or "false" => true,
            "command" => words is [_, { Word.Literal: "-v" or "-V" }, ..],
            _ => false,
        };
}
