using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Code.Python;

namespace Seaworthy.Reading.Readers.Code;

/// <summary>The readers of application source.</summary>
internal static class CodeReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new CodeReader(new JavaScriptKnowledge()), new CodeReader(new PythonKnowledge())];
}
