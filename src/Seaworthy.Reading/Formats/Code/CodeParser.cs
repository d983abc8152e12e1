using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code.Lexing;
using Seaworthy.Reading.Formats.Code.Shaping;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>Reads source text into its neutral shape. Never fails: what it cannot follow it leaves out.</summary>
internal static class CodeParser
{
    public static CodeSyntax Parse(SourceFile file, Language language) => Parse(file, language, file.Text.Length);

    /// <summary>Reads only the beginning of a file.</summary>
    public static CodeSyntax Parse(SourceFile file, Language language, int length) => ShaperFor(Lex(file, language, length)).Shape();

    public static TokenTrees Lex(SourceFile file, Language language, int length) =>
        language switch
        {
            Language.Python => new PythonLexer(file, length).Lex(),
            Language.Rust => new RustLexer(file, length).Lex(),
            Language.CSharp => new CSharpLexer(file, length).Lex(),
            Language.Go => new GoLexer(file, length).Lex(),
            Language.Java => new JavaLexer(file, length).Lex(),
            Language.Kotlin => new KotlinLexer(file, length).Lex(),
            Language.Php => new PhpLexer(file, length).Lex(),
            Language.Ruby => new RubyLexer(file, length).Lex(),
            Language.Dart => new DartLexer(file, length).Lex(),
            Language.Elixir => new ElixirLexer(file, length).Lex(),
            _ => new JavaScriptLexer(file, language, length).Lex(),
        };

    private static Shaper ShaperFor(TokenTrees trees) =>
        trees.Language switch
        {
            Language.Python => new PythonShaper(trees),
            Language.Rust => new RustShaper(trees),
            Language.CSharp => new CSharpShaper(trees),
            Language.Go => new GoShaper(trees),
            Language.Java => new JavaShaper(trees),
            Language.Kotlin => new KotlinShaper(trees),
            Language.Php => new PhpShaper(trees),
            Language.Ruby => new RubyShaper(trees),
            Language.Dart => new DartShaper(trees),
            Language.Elixir => new ElixirShaper(trees),
            _ => new JavaScriptShaper(trees),
        };
}
