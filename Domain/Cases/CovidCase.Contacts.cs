namespace CovidSchoolReporting.Domain.Cases;

/// <content>Its contacts, which change only through it.</content>
public sealed partial class CovidCase
{
    private readonly List<Contact> _contacts = [];

    /// <summary>Those that belong to the report, without the deleted ones.</summary>
    public IReadOnlyList<Contact> Contacts => [.. _contacts.Where(contact => contact.RemovedAt is null)];

    /// <summary>Deleted, and to be brought back as long as the case is open.</summary>
    public IReadOnlyList<Contact> RemovedContacts => [.. _contacts.Where(contact => contact.RemovedAt is not null)];

    public Contact AddContact(Guid requestKey, ContactDetails details, DateTime now)
    {
        EnsureOpen();
        EnsureNotFuture(details.LastContactDate, now);
        EnsureSuits(details);
        var contact = Contact.Of(requestKey, InstituteId, details);
        _contacts.Add(contact);
        ContactCount++;
        Version++;
        return contact;
    }

    public void AmendContact(Contact contact, ContactDetails details, DateTime now)
    {
        EnsureOpen();
        EnsureMine(contact);
        EnsureNotFuture(details.LastContactDate, now);
        EnsureSuits(details);
        contact.Amend(details);
        Version++;
    }

    public void RemoveContact(Contact contact, DateTime now)
    {
        EnsureOpen();
        EnsureMine(contact);
        contact.Remove(now);
        ContactCount--;
        Version++;
    }

    /// <summary>Takes a deletion back.</summary>
    public void RestoreContact(Contact contact)
    {
        EnsureOpen();
        if (!RemovedContacts.Contains(contact))
        {
            throw new InvalidOperationException("The contact was not deleted from this case.");
        }

        contact.Restore();
        ContactCount++;
        Version++;
    }

    private void EnsureSuits(ContactDetails details)
    {
        if (details.Appraisal?.Suits(GuideFacts, details.Role) == false)
        {
            throw new InvalidOperationException("The answers in the guide are about another role or another case.");
        }
    }

    private void EnsureMine(Contact contact)
    {
        if (!Contacts.Contains(contact))
        {
            throw new InvalidOperationException("The contact belongs to another case.");
        }
    }
}
