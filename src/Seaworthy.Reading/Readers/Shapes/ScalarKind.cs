using System.Globalization;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>The type a loader gives to a scalar.</summary>
/// <remarks>Source: YAML 1.2, "Core schema", with the older octal form that Go's loader still takes. <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are strings.</remarks>
internal static class ScalarKind
{
    public static ScalarKinds Of(ScalarNode scalar)
    {
        if (scalar.IsNull)
        {
            return ScalarKinds.Null;
        }

        if (scalar.IsQuoted || scalar.Tag is "!!str" or "tag:yaml.org,2002:str")
        {
            return ScalarKinds.Text;
        }

        return scalar.Value switch
        {
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKinds.Flag,
            _ when IsInteger(scalar.Value) => ScalarKinds.Integer,
            _ when IsFraction(scalar.Value) => ScalarKinds.Fraction,
            _ => ScalarKinds.Text,
        };
    }

    private static bool IsInteger(string text)
    {
        var digits = text is ['-' or '+', .. var rest] ? rest : text;
        return digits switch
        {
            ['0', 'x', .. var hex] => hex.Length > 0 && hex.All(char.IsAsciiHexDigit),
            ['0', 'o', .. var octal] => octal.Length > 0 && octal.All(digit => digit is >= '0' and <= '7'),
            ['0', 'b', .. var binary] => binary.Length > 0 && binary.All(digit => digit is '0' or '1'),
            _ => digits.Length is > 0 and < 19 && digits.All(char.IsAsciiDigit),
        };
    }

    private static bool IsFraction(string text) =>
        text is [(>= '0' and <= '9') or '-' or '+' or '.', ..]
        && text.Any(char.IsAsciiDigit)
        && text.All(character => char.IsAsciiDigit(character) || character is '.' or 'e' or 'E' or '-' or '+')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
