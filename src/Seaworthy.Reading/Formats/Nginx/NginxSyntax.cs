using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>The directives at the top of a configuration, and what nginx would refuse.</summary>
internal sealed record NginxSyntax(IReadOnlyList<NginxDirective> Directives, IReadOnlyList<Problem> Problems);
