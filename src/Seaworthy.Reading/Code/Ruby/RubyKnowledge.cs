using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Secrets;
using Seaworthy.Reading.Code.Truths;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>What Seaworthy knows about Ruby.</summary>
internal sealed class RubyKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "JWT.",
        "ENV",
        "routes.draw",
        "inatra",
        "middleware",
        "Faraday",
        "HTTParty",
        "RestClient",
        "Net::HTTP",
        "Typhoeus",
        "Sidekiq",
        "perform_",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["require ", "require_relative "];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new RubyEnvironment(),
        new RailsRoutes(),
        new SinatraRoutes(),
        new RubyServers(),
        new RubyRequests(),
        new TextTruths(),
        new SigningCalls(),
    ];

    public override Language? LanguageOf(string path) =>
        path.EndsWith(".rb", StringComparison.Ordinal) || path.EndsWith(".ru", StringComparison.Ordinal) ? Language.Ruby : null;

    public override bool IsAlwaysRead(string path) =>
        path.EndsWith("config/puma.rb", StringComparison.Ordinal)
        || path.EndsWith("config/routes.rb", StringComparison.Ordinal)
        || path.Contains("config/routes/", StringComparison.Ordinal)
        || path.EndsWith(".ru", StringComparison.Ordinal);

    /// <summary>What migrates or fills a database, and what people start by hand, runs beside the application.</summary>
    public override bool IsTest(string path) =>
        base.IsTest(path)
        || path.StartsWith("db/", StringComparison.Ordinal)
        || path.Contains("/db/", StringComparison.Ordinal)
        || path.EndsWith("_spec.rb", StringComparison.Ordinal)
        || path.EndsWith("config/environments/development.rb", StringComparison.Ordinal)
        || path.EndsWith("config/environments/test.rb", StringComparison.Ordinal)
        || path.EndsWith("config/deploy.rb", StringComparison.Ordinal)
        || path.Contains("config/deploy/", StringComparison.Ordinal);

    public override ValueRules ValuesOf(CodeSyntax syntax) => new RubyValueRules(syntax);
}
