using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Defaults and choices of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, defaults.go.</remarks>
internal static class SprigDefaults
{
    public static void AddTo(GoFunctions functions)
    {
        functions.Add("default", "aa*", arguments => arguments.Count < 2 || GoKinds.IsEmpty(arguments[1]) ? arguments[0] : arguments[1]);
        functions.Add("empty", "a", arguments => GoKinds.IsEmpty(arguments[0]));
        functions.Add("coalesce", "a*", arguments => arguments.FirstOrDefault(value => !GoKinds.IsEmpty(value)));
        functions.Add("all", "a*", arguments => arguments.All(value => !GoKinds.IsEmpty(value)));
        functions.Add("any", "a*", arguments => arguments.Any(value => !GoKinds.IsEmpty(value)));
        functions.Add("ternary", "aab", arguments => arguments[2] is true ? arguments[0] : arguments[1]);
        functions.Add("fail", "s", arguments => throw new GoCallFault(SprigConversions.Text(arguments[0]), GoFaultKind.Refused));
        functions.Add("hello", "", _ => "Hello!");
    }
}
