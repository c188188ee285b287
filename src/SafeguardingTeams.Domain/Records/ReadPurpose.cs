namespace SafeguardingTeams.Domain.Records;

/// <summary>For what somebody looks at a record (F1).</summary>
public enum ReadPurpose
{
    /// <summary>To take a step of the process, or to fill in a form of it.</summary>
    Step,

    /// <summary>To read where the record stands and what has happened.</summary>
    Reading,

    /// <summary>To open a document of it, or to send one in.</summary>
    Document,

    /// <summary>To find a record by the child.</summary>
    Search,

    /// <summary>To oversee the work: lists, figures, reports.</summary>
    Oversight,

    /// <summary>For a flow or an app that runs in their name.</summary>
    Flow,

    /// <summary>To look at who has looked at it.</summary>
    Audit,

    /// <summary>To give it out: to a court, a coroner, an inquiry, or to whom it is about.</summary>
    Disclosure,
}
