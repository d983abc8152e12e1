using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>How many bytes of a file parsers of uploads take: <c>limits: { fileSize: … }</c>.</summary>
/// <remarks>Sources: Multer, README, "limits"; NestJS documentation, "File upload"; @fastify/multipart and express-fileupload, README, "limits".</remarks>
internal sealed class UploadLimits : FrameworkKnowledge
{
    public const string Limit = "upload.limit";

    public override void Read(CodeReading reading)
    {
        if (!reading.File.Text.Contains("fileSize", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var argument in reading.Syntax.Calls.SelectMany(call => call.Arguments, (call, argument) => new { call, argument }))
        {
            foreach (var limits in Named(reading, argument.argument.Value, "limits"))
            {
                foreach (var size in Named(reading, limits.Value, "fileSize"))
                {
                    reading.Settings.Add(
                        new FrameworkSetting(
                            Limit,
                            reading.Value(size.Value, argument.call.Scope),
                            reading.Syntax.Span(new TokenRange(size.Token, size.Value.End))
                        )
                    );
                }
            }
        }
    }

    private static IEnumerable<CodeMember> Named(CodeReading reading, TokenRange value, string name) =>
        reading.Syntax.Members(value).Where(member => member.Name == name);
}
