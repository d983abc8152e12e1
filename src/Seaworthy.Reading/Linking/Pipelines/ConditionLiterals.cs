using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Every literal in the conditions of a workflow's jobs: these distinguish refs.</summary>
internal static class ConditionLiterals
{
    public static IReadOnlyCollection<string> Of(Workflow workflow)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var job in workflow.Jobs)
        {
            if (job.If is { } condition)
            {
                Collect(condition.Expression, found);
            }
        }

        return found;
    }

    /// <summary>The same with the conditions of the steps.</summary>
    public static IReadOnlyCollection<string> WithSteps(Workflow workflow)
    {
        HashSet<string> found = new(Of(workflow), StringComparer.Ordinal);
        foreach (var condition in workflow.Jobs.SelectMany(job => job.Steps).Select(step => step.If).OfType<Condition>())
        {
            Collect(condition.Expression, found);
        }

        return found;
    }

    private static void Collect(Expression expression, HashSet<string> found)
    {
        switch (expression)
        {
            case Expression.Text text:
                found.Add(text.Value);
                break;
            case Expression.Call call:
                CollectCall(call, found);
                break;
            case Expression.Not not:
                Collect(not.Operand, found);
                break;
            case Expression.Binary binary:
                Collect(binary.Left, found);
                Collect(binary.Right, found);
                break;
        }
    }

    // A list given as JSON names every one of its texts.
    private static void CollectCall(Expression.Call call, HashSet<string> found)
    {
        if (
            call is { Function: var name, Arguments: [Expression.Text { Value: var json }] }
            && name.Equals("fromJSON", StringComparison.OrdinalIgnoreCase)
        )
        {
            foreach (var piece in json.Split('"'))
            {
                found.Add(piece);
            }

            return;
        }

        foreach (var argument in call.Arguments)
        {
            Collect(argument, found);
        }
    }
}
