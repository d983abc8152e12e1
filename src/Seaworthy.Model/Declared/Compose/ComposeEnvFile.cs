using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A dotenv file whose variables a service gets.</summary>
/// <param name="Path">Relative to the project directory.</param>
/// <remarks>Source: the Compose specification, "env_file".</remarks>
public sealed record ComposeEnvFile(Template Path, SourceSpan Span)
{
    /// <summary><c>required: false</c>: an absent file is no error.</summary>
    public ComposeFlag? Required { get; init; }

    public Fact<string>? Format { get; init; }

    public bool IsRequired => Required?.Value is not false;
}
