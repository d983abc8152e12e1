namespace Seaworthy.Rules.Security;

/// <summary>What a library makes of the origins and the credentials that it is given.</summary>
internal enum CorsTreatment
{
    /// <summary>It answers the origins that are named, and no other.</summary>
    Names,

    /// <summary>It answers with the origin that asks, so the browser sends the session.</summary>
    Reflects,

    /// <summary>It answers <c>*</c>, which browsers refuse for requests with credentials.</summary>
    AnswersStar,

    /// <summary>It throws when it starts.</summary>
    Throws,
}
