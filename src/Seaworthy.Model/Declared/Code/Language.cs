namespace Seaworthy.Model.Declared.Code;

/// <summary>A programming language that the code readers know.</summary>
public enum Language
{
    JavaScript,
    TypeScript,
    Python,
    Rust,
    CSharp,
    Go,
    Java,
    Kotlin,
    Ruby,
    Php,
    Dart,
    Elixir,
}
