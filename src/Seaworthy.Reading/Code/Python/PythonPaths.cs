using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>File paths put together with <c>os.path.join</c>.</summary>
internal static class PythonPaths
{
    public static CodeValue? Join(CodeCall call, Evaluator evaluator)
    {
        List<CodeValue> parts = [];
        foreach (var argument in call.Arguments)
        {
            var value = evaluator.Value(argument.Value, 1);
            if (parts.Count > 0)
            {
                parts.Add(new CodeValue.Literal("/", value.Span));
            }

            parts.Add(value);
        }

        return new CodeValue.Concatenation(parts, call.Span);
    }
}
