using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A path served.</summary>
/// <param name="Router">The local name of what it hangs on; null when the framework finds it by itself (file-system routes, attributes).</param>
/// <param name="Method">Upper case; <c>*</c> for every method.</param>
/// <param name="Path">As written, with the framework's parameters (<c>:id</c>, <c>{id}</c>, <c>&lt;int:id&gt;</c>).</param>
public sealed record Route(string? Router, string Method, CodeValue Path, string Framework, SourceSpan Span)
{
    /// <summary>The framework of a path with which the source itself compares the request's: it says nothing of the others.</summary>
    public const string Compared = "compared";

    /// <summary>Everything below the path is served as well: static files, proxies, catch-alls.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The function that answers, as named locally (for routes declared apart from their handler).</summary>
    public string? Handler { get; init; }
}
