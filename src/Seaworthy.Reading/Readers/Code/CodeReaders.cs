using Seaworthy.Reading.Code.CSharp;
using Seaworthy.Reading.Code.Dart;
using Seaworthy.Reading.Code.Elixir;
using Seaworthy.Reading.Code.Go;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Code.Jvm;
using Seaworthy.Reading.Code.Php;
using Seaworthy.Reading.Code.Python;
using Seaworthy.Reading.Code.Ruby;
using Seaworthy.Reading.Code.Rust;

namespace Seaworthy.Reading.Readers.Code;

/// <summary>The readers of application source.</summary>
internal static class CodeReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new CodeReader(new JavaScriptKnowledge()),
        new CodeReader(new PythonKnowledge()),
        new CodeReader(new GoKnowledge()),
        new CodeReader(new RustKnowledge()),
        new CodeReader(new CSharpKnowledge()),
        new CodeReader(new JvmKnowledge()),
        new CodeReader(new PhpKnowledge()),
        new CodeReader(new RubyKnowledge()),
        new CodeReader(new DartKnowledge()),
        new CodeReader(new ElixirKnowledge()),
    ];
}
