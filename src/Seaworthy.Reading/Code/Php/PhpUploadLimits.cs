using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.JavaScript;

namespace Seaworthy.Reading.Code.Php;

/// <summary>How large a file Laravel's validation takes: <c>'photo' => ['image', 'max:5120']</c>, <c>'required|file|max:5120'</c>, in kilobytes.</summary>
/// <remarks>Source: Laravel documentation, "Validation", rules "max", "size", "file", "image" and "mimes".</remarks>
internal sealed partial class PhpUploadLimits : FrameworkKnowledge
{
    private const int MostLength = 400;

    [GeneratedRegex(@"[|'""]max:(?<size>\d{1,9})['""|]", RegexOptions.None, 1000)]
    private static partial Regex Maximum();

    [GeneratedRegex(@"[|'""](file|image|mimes:[\w,]+|mimetypes:[\w/,*+.-]+)['""|]", RegexOptions.None, 1000)]
    private static partial Regex OfFile();

    public override void Read(CodeReading reading)
    {
        var text = reading.File.Text;
        for (var at = text.IndexOf("max:", StringComparison.Ordinal); at >= 0; at = text.IndexOf("max:", at + 1, StringComparison.Ordinal))
        {
            var line = reading.File.Lines.TextOf(reading.File.Lines.LineAt(at));
            if (line.Length <= MostLength && OfFile().IsMatch(line) && Maximum().Match(line) is { Success: true } found)
            {
                SourceSpan span = new(reading.File, at, "max:".Length + found.Groups["size"].Length);
                reading.Settings.Add(
                    new FrameworkSetting(UploadLimits.Limit, new CodeValue.Literal(found.Groups["size"].Value + "k", span), span)
                );
            }
        }
    }
}
