using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>
/// Laravel's configuration: <c>config('services.pay.url')</c> is what <c>config/services.php</c> returns under <c>pay.url</c>. The file counts as imported, so that the value is followed into it.
/// </summary>
/// <remarks>Source: Laravel documentation, "Configuration".</remarks>
internal sealed class PhpConfiguration : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        HashSet<string> files = new(StringComparer.Ordinal);
        foreach (var call in reading.Syntax.Calls)
        {
            if (
                call.Path.TrimStart('\\') is "config" or "Config.get"
                && reading.Evaluator.Literal(call.Positional(0)) is { Length: > 0 } key
                && files.Add(FileOf(key))
            )
            {
                var file = FileOf(key);
                reading.Imports.Add(
                    new CodeImport(Formats.Code.PhpPaths.FromRoot + $"config/{file}.php", null, Local(file), true, call.Span)
                );
            }
        }
    }

    /// <summary>The name under which a value of a configuration file is referred to.</summary>
    public static string ReferenceTo(string key) => Local(FileOf(key)) + key[FileOf(key).Length..];

    private static string FileOf(string key) => key.Split('.')[0];

    // No name of the language looks so.
    private static string Local(string file) => $"config({file})";
}
