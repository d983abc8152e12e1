using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable that stands in the place of the password in a URL.</summary>
/// <param name="Uses">Where it stands so, the first place of each file.</param>
/// <param name="Made">What gives it a value of Base64.</param>
internal sealed record PasswordOfUrl(string Variable, IReadOnlyList<SourceSpan> Uses, IReadOnlyList<GeneratedPassword> Made);
