using System.Text;

namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>An expression as Go writes it in its messages: parts of one blank, cut after twenty characters.</summary>
internal static class GoSource
{
    public static string Of(GoExpression expression)
    {
        StringBuilder text = new();
        Write(expression, text);
        return text.ToString();
    }

    public static string Cut(GoExpression expression) => Cut(Of(expression));

    public static string Cut(string text) => text.Length > 20 ? text[..20] + "..." : text;

    private static void Write(GoExpression expression, StringBuilder text)
    {
        switch (expression)
        {
            case GoExpression.Pipeline pipeline:
                WritePipeline(pipeline, text);
                break;
            case GoExpression.Command command:
                WriteCommand(command, text);
                break;
            case GoExpression.Field field:
                WriteNames(field.Names, text);
                break;
            case GoExpression.Variable variable:
                text.Append(variable.Name);
                WriteNames(variable.Names, text);
                break;
            case GoExpression.Chain chain:
                WriteInParentheses(chain.Of, text);
                WriteNames(chain.Names, text);
                break;
            default:
                text.Append(
                    expression switch
                    {
                        GoExpression.Function function => function.Name,
                        GoExpression.Truth truth => truth.Value ? "true" : "false",
                        GoExpression.Quoted quoted => GoQuoted.Quote(quoted.Value),
                        GoExpression.Number number => number.Written,
                        GoExpression.Nil => "nil",
                        _ => ".",
                    }
                );
                break;
        }
    }

    private static void WriteNames(IReadOnlyList<string> names, StringBuilder text)
    {
        foreach (var name in names)
        {
            text.Append('.').Append(name);
        }
    }

    private static void WritePipeline(GoExpression.Pipeline pipeline, StringBuilder text)
    {
        if (pipeline.Variables.Count > 0)
        {
            text.AppendJoin(", ", pipeline.Variables).Append(pipeline.IsAssignment ? " = " : " := ");
        }

        for (var at = 0; at < pipeline.Commands.Count; at++)
        {
            text.Append(at > 0 ? " | " : "");
            Write(pipeline.Commands[at], text);
        }
    }

    private static void WriteCommand(GoExpression.Command command, StringBuilder text)
    {
        for (var at = 0; at < command.Words.Count; at++)
        {
            text.Append(at > 0 ? " " : "");
            WriteInParentheses(command.Words[at], text);
        }
    }

    private static void WriteInParentheses(GoExpression expression, StringBuilder text)
    {
        var isPipeline = expression is GoExpression.Pipeline;
        text.Append(isPipeline ? "(" : "");
        Write(expression, text);
        text.Append(isPipeline ? ")" : "");
    }
}
