using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Rust;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.Rust;

/// <summary>Rust source to facts, for tests.</summary>
internal static class RustReading
{
    public static CodeFile Of(string text, string path = "src/main.rs") =>
        Assert.IsType<CodeFile>(new CodeReader(new RustKnowledge()).Read(new FileSyntax(new SourceFile(path, text))));

    public static CodeFile InMain(string body, string uses = "") =>
        Of($"use std::env;\n{uses}\n#[tokio::main]\nasync fn main() -> Result<()> {{\n{body}\n}}\n");
}
