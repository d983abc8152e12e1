namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>Why a template does not render.</summary>
internal enum GoFaultKind
{
    /// <summary>It is no template: braces that do not close, a function that is not there.</summary>
    Syntax,

    /// <summary>A field is asked of nothing.</summary>
    NilPointer,

    /// <summary>A field is asked of what has none of the name.</summary>
    NoField,

    /// <summary>A template is named that nothing defines.</summary>
    UndefinedTemplate,

    /// <summary>Too many or too few arguments, or one of the wrong type.</summary>
    Argument,

    /// <summary>A function answers with an error.</summary>
    Function,

    /// <summary><c>required</c> found nothing.</summary>
    Required,

    /// <summary>The chart itself says so, by <c>fail</c>.</summary>
    Refused,

    /// <summary>It would take too much of anything.</summary>
    Limit,
}
