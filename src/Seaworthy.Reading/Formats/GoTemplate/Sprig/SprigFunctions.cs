using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>The functions of text/template and those of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, functions.go.</remarks>
internal static class SprigFunctions
{
    public static void AddTo(GoFunctions functions)
    {
        GoBuiltins.AddTo(functions);
        GoComparisons.AddTo(functions);
        SprigConversions.AddTo(functions);
        SprigMath.AddTo(functions);
        SprigDefaults.AddTo(functions);
        SprigStrings.AddTo(functions);
        SprigLists.AddTo(functions);
        SprigDictionaries.AddTo(functions);
        SprigEncodings.AddTo(functions);
        SprigPaths.AddTo(functions);
        SprigRegex.AddTo(functions);
        SprigDates.AddTo(functions);
        SprigCryptography.AddTo(functions);
        SprigVersions.AddTo(functions);
    }
}
