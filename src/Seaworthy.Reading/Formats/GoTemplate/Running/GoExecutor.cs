using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>Runs one template.</summary>
/// <remarks>Go standard library, text/template, exec.go.</remarks>
internal sealed class GoExecutor
{
    private readonly GoRun run;
    private readonly GoTemplateTree tree;
    private readonly GoWriter writer;
    private readonly GoVariables variables = new();
    private readonly GoEvaluator evaluator;

    public GoExecutor(GoRun run, GoTemplateTree tree, GoWriter writer)
    {
        (this.run, this.tree, this.writer) = (run, tree, writer);
        evaluator = new GoEvaluator(run, tree, variables);
    }

    /// <exception cref="GoRunFault">It stops.</exception>
    public void Run(object? dot)
    {
        variables.Push("$", dot);
        try
        {
            Walk(tree.Nodes, dot);
        }
        catch (GoCallFault fault)
        {
            throw evaluator.Fault(fault.Message, fault.Kind, null);
        }
    }

    private GoFlow Walk(IReadOnlyList<GoNode> nodes, object? dot)
    {
        foreach (var node in nodes)
        {
            run.Step();
            if (Walk(node, dot) is var flow and not GoFlow.Done)
            {
                return flow;
            }
        }

        return GoFlow.Done;
    }

    private GoFlow Walk(GoNode node, object? dot)
    {
        switch (node)
        {
            case GoNode.Text text:
                writer.Verbatim(text.Value, tree.Text, text.Start);
                return GoFlow.Done;
            case GoNode.Action action:
                Print(action, evaluator.Pipeline(action.Pipeline, dot));
                return GoFlow.Done;
            case GoNode.If branch:
                return Branch(branch.Pipeline, branch.Body, branch.Else, dot, takesDot: false);
            case GoNode.With with:
                return Branch(with.Pipeline, with.Body, with.Else, dot, takesDot: true);
            case GoNode.Range range:
                return new GoLoop(variables, run, evaluator, Walk).Run(range, dot);
            case GoNode.Template template:
                Call(template, dot);
                return GoFlow.Done;
            case GoNode.Break:
                return GoFlow.Break;
            default:
                return GoFlow.Continue;
        }
    }

    private void Print(GoNode.Action action, object? value)
    {
        if (action.Pipeline.Variables.Count > 0)
        {
            return;
        }

        if (value is string text)
        {
            writer.Printed(text, run.Traces.Of(text), tree.Text, action);
        }
        else
        {
            var printed = GoMissing.ToValue(value) is { } known ? GoPrint.Text(known) : GoPrint.NoValue;
            writer.Printed(printed, null, tree.Text, action);
        }
    }

    private GoFlow Branch(
        GoExpression.Pipeline pipeline,
        IReadOnlyList<GoNode> body,
        IReadOnlyList<GoNode> otherwise,
        object? dot,
        bool takesDot
    )
    {
        var mark = variables.Mark;
        var value = evaluator.Pipeline(pipeline, dot);
        var flow = GoKinds.IsTrue(value) ? Walk(body, takesDot ? value : dot) : Walk(otherwise, dot);
        variables.Pop(mark);
        return flow;
    }

    private void Call(GoNode.Template node, object? dot)
    {
        if (run.Find(node.Name) is not { } called)
        {
            if (run.Open is { } open)
            {
                writer.Printed(open, null, tree.Text, node);
                return;
            }

            GoExpression.Function place = new(node.Position, $"{{{{template {GoQuoted.Quote(node.Name)}}}}}");
            throw evaluator.Fault($"template {GoQuoted.Quote(node.Name)} not defined", GoFaultKind.UndefinedTemplate, place);
        }

        run.Note(node.Name);
        var mark = variables.Mark;
        var given = node.Pipeline is null ? null : evaluator.Pipeline(node.Pipeline, dot);
        variables.Pop(mark);
        run.Render(called, given, writer);
    }
}
