using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>How many bytes ASP.NET Core takes in a form or request: <c>options.MultipartBodyLengthLimit = …</c>, <c>[RequestSizeLimit(…)]</c>.</summary>
/// <remarks>Source: Microsoft Learn, "Upload files in ASP.NET Core", "Server and app factor considerations".</remarks>
internal sealed class CSharpUploadLimits : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var assignment in reading.Syntax.Assignments.Where(IsLimit))
        {
            var value = CSharpValues.Value(reading, assignment.Value, assignment.Scope);
            reading.Settings.Add(new FrameworkSetting(UploadLimits.Limit, value, assignment.Span));
        }

        foreach (
            var mark in reading.Syntax.Functions.SelectMany(method => method.Decorators).Where(mark => mark.Name == "RequestSizeLimit")
        )
        {
            if (mark.Positional(0) is { } bytes)
            {
                reading.Settings.Add(new FrameworkSetting(UploadLimits.Limit, CSharpValues.Value(reading, bytes.Value, null), mark.Span));
            }
        }
    }

    private static bool IsLimit(CodeAssignment assignment) =>
        assignment.Name.EndsWith("MultipartBodyLengthLimit", StringComparison.Ordinal)
        || assignment.Name.EndsWith("Limits.MaxRequestBodySize", StringComparison.Ordinal);
}
