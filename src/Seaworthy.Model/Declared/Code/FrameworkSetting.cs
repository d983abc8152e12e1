using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A setting of a framework, under a stable name of ours (<c>django.DEBUG</c>, <c>flask.debug</c>, <c>cors.origins</c>, <c>celery.broker</c>).</summary>
public sealed record FrameworkSetting(string Name, CodeValue Value, SourceSpan Span);
