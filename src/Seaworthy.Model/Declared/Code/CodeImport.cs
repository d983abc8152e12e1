using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>An import, in the language's own words: <c>./routes/auth</c>, <c>app.api.routes</c>, <c>crate::handlers</c>, <c>github.com/x/y</c>.</summary>
/// <param name="Name">The name imported from the module; null for the module itself, <c>*</c> for everything, <c>default</c> for a JavaScript default.</param>
/// <param name="Local">What this file calls it.</param>
/// <param name="IsOptional">Guarded (<c>try/except ImportError</c>, dynamic, type-only): its absence does not stop the program.</param>
public sealed record CodeImport(string Module, string? Name, string Local, bool IsOptional, SourceSpan Span)
{
    /// <summary>It is the module of a package or one below it: <c>boto3</c>, <c>boto3.session</c>, <c>firebase-admin/storage</c>.</summary>
    public bool IsOf(string package) =>
        Module.StartsWith(package, StringComparison.Ordinal) && (Module.Length == package.Length || Module[package.Length] is '/' or '.');
}
