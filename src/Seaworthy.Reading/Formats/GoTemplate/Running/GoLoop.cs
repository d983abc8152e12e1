using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>A <c>range</c>.</summary>
internal sealed class GoLoop(GoVariables variables, GoRun run, GoEvaluator evaluator, Func<IReadOnlyList<GoNode>, object?, GoFlow> walk)
{
    public GoFlow Run(GoNode.Range range, object? dot)
    {
        var outer = variables.Mark;
        var value = evaluator.Pipeline(range.Pipeline, dot);
        var inner = variables.Mark;
        var count = 0;
        foreach (var (key, element) in Elements(value, range))
        {
            count++;
            run.Step();
            evaluator.Element = element;
            Set(range.Pipeline, key, element);
            var flow = walk(range.Body, element);
            variables.Pop(inner);
            if (flow == GoFlow.Break)
            {
                break;
            }
        }

        evaluator.Element = null;
        variables.Pop(outer);
        return count == 0 ? walk(range.Else, dot) : GoFlow.Done;
    }

    private IEnumerable<(object? Key, object? Element)> Elements(object? value, GoNode.Range range)
    {
        switch (value)
        {
            case null:
                return [];
            case GoMap map:
                return map.Keys.Select(key => ((object?)key, Known(map[key])));
            case IGoObject { Entries: { } entries }:
                return entries.Keys.Select(key => ((object?)key, entries[key]));
            case GoList list:
                return list.Items.Select((item, index) => ((object?)(nint)index, Known(item)));
            case byte[] bytes:
                return bytes.Select((item, index) => ((object?)(nint)index, (object?)item));
            case nint or long or ulong or byte:
                var end = Convert.ToInt64(value is nint small ? (long)small : value, System.Globalization.CultureInfo.InvariantCulture);
                return Enumerable
                    .Range(0, (int)Math.Clamp(end, 0, run.Limits.Elements))
                    .Select(index => ((object?)(nint)index, (object?)(nint)index));
            default:
                throw evaluator.Fault($"range can't iterate over {GoPrint.Text(value)}", GoFaultKind.Argument, range.Pipeline);
        }
    }

    private static object? Known(object? element) => element ?? GoMissing.Element;

    private void Set(GoExpression.Pipeline pipeline, object? key, object? element)
    {
        var names = pipeline.Variables;
        if (names.Count == 0)
        {
            return;
        }

        if (pipeline.IsAssignment)
        {
            variables.Set(names[0], names.Count > 1 ? key : element);
            if (names.Count > 1)
            {
                variables.Set(names[1], element);
            }

            return;
        }

        variables.SetTop(1, element);
        if (names.Count > 1)
        {
            variables.SetTop(2, key);
        }
    }
}
