using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.CSharp;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.CSharp;

/// <summary>C# source to facts, for tests.</summary>
internal static class CSharpReading
{
    public static CodeFile Of(string text, string path = "src/Program.cs") =>
        Assert.IsType<CodeFile>(new CodeReader(new CSharpKnowledge()).Read(new FileSyntax(new SourceFile(path, text))));
}
